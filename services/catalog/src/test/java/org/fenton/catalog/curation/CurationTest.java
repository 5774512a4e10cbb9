package org.fenton.catalog.curation;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.fenton.catalog.Postgres;
import org.fenton.catalog.Seeds;
import org.fenton.catalog.release.SeedLoader;
import org.junit.jupiter.api.Test;

/** Every test leaves the facts as it found them: what it adds it retracts, by the same way. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class CurationTest {
    private static final String DISPUTE = content("DISPUTES", "PMID:35483272");

    @Inject
    DataSource database;

    @Inject
    SeedLoader loader;

    @Test
    void aReportWithANulIsTheCallersFault() {
        post("/v1/reports", """
                {"statement": "E043", "curator": "A. Reader", "wrong": "the paper saw the opposite", "proof": "\\u0000"}""", null).statusCode(400).body("errors[0].pointer", equalTo("/proof"));
    }

    @Test
    void aReportBecomesACorrectionInTheNextReleaseAndSurvivesARestart() {
        String first = release();
        String report = post("/v1/reports", """
                {"statement": "E040", "curator": "A. Reader", "wrong": "the paper saw the opposite", "proof": "PMID:35483272"}""", null)
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .extract()
                .path("id");
        get("/v1/statements/E040")
                .then()
                .body("openReports", equalTo(1))
                .body("report", equalTo("/v1/reports?statement=E040"));
        get("/v1/reports?statement=E040&state=OPEN").then().body("items.id", equalTo(List.of(report)));
        int against = get("/v1/statements/E040").path("evidence.studiesAgainst");

        String proposal = added("E040", DISPUTE, "B. Curator", report);
        get("/v1/reports/" + report)
                .then()
                .body("state", equalTo("IN_CORRECTION"))
                .body("corrections", equalTo(List.of(proposal)));
        step(proposal, "reviews", approve("b. curator "))
                .statusCode(409)
                .body("type", equalTo("urn:problem:self-review"));
        step(proposal, "publication", word("B. Curator"))
                .statusCode(409)
                .body("type", equalTo("urn:problem:not-allowed"));
        post("/v1/proposals/" + proposal + "/comments", word("D. Other"), null).statusCode(200);
        step(proposal, "reviews", approve("C. Reviewer")).statusCode(200).body("state", equalTo("APPROVED"));
        assertEquals(first, release());
        step(proposal, "publication", word("B. Curator")).statusCode(200).body("release", notNullValue());

        String second = release();
        assertNotEquals(first, second);
        get("/v1/statements/E040")
                .then()
                .body("evidence.studiesAgainst", equalTo(against + 1))
                .body("openReports", equalTo(0));
        get("/v1/proposals/" + proposal)
                .then()
                .body("release", equalTo(second))
                .body("history.what", equalTo(List.of("PROPOSED", "COMMENTED", "APPROVED", "PUBLISHED")))
                .body("history.curator", hasItem("C. Reviewer"));
        get("/v1/reports/" + report).then().body("state", equalTo("RESOLVED"));
        loader.load(Seeds.withCell("edges.tsv", 2, "note", "the seeds of another version"));
        get("/v1/edges/E001").then().body("note", equalTo("the seeds of another version"));
        get("/v1/claims/E040@PMID:35483272").then().statusCode(200).body("direction", equalTo("DISPUTES"));
        assertEquals(second, loader.load(Seeds.shipped()), "loading the seeds again undid a correction");
        get("/v1/claims/E040@PMID:35483272").then().statusCode(200).body("direction", equalTo("DISPUTES"));

        retract("E040@PMID:35483272");
        assertEquals(first, release(), "the same facts are the same release");
    }

    @Test
    void ofTwoCuratorsOnOneClaimOneWinsAndTheOtherSeesWhatItIsNow() throws Exception {
        String claim = "E041@" + study("E041");
        String tag = get("/v1/claims/" + claim).header("ETag");
        ExecutorService curators = Executors.newFixedThreadPool(2);
        List<Response> answers = new ArrayList<>();
        try {
            Callable<Response> one = () -> given().contentType("application/json")
                    .header("If-Match", tag)
                    .body(retraction(claim, Thread.currentThread().getName()))
                    .post("/v1/proposals");
            for (Future<Response> answer : curators.invokeAll(List.of(one, one))) {
                answers.add(answer.get());
            }
        } finally {
            curators.shutdown();
        }
        assertEquals(
                List.of(201, 412),
                answers.stream().map(Response::statusCode).sorted().toList());
        Response won = answers.get(answers.get(0).statusCode() == 201 ? 0 : 1);
        Response lost = answers.get(answers.get(0).statusCode() == 201 ? 1 : 0);
        String id = won.path("id");
        lost.then()
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem:precondition-failed"))
                .body("current.claim.id", equalTo(claim))
                .body("current.openProposal.id", equalTo(id));
        assertNotEquals(tag, get("/v1/claims/" + claim).header("ETag"));
        step(id, "withdrawal", word(won.path("curator"))).statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertEquals(tag, get("/v1/claims/" + claim).header("ETag"));
    }

    @Test
    void aChangeSaysWhichStateItChanges() {
        String claim = "E041@" + study("E041");
        post("/v1/proposals", retraction(claim, "B. Curator"), null)
                .statusCode(428)
                .body("type", equalTo("urn:problem:precondition-required"))
                .body("detail", containsString("If-Match"));
        post("/v1/proposals", retraction(claim, "B. Curator"), "\"0\"").statusCode(412);
        String id = added("E041", DISPUTE, "B. Curator", null);
        post("/v1/proposals/" + id + "/reviews", approve("C. Reviewer"), null).statusCode(428);
        post("/v1/proposals/" + id + "/reviews", approve("C. Reviewer"), "\"" + id + ".7\"")
                .statusCode(412)
                .header("ETag", "\"" + id + ".1\"")
                .body("current.state", equalTo("PROPOSED"));
        step(id, "withdrawal", word("B. Curator")).statusCode(200);
    }

    @Test
    void aReviewerAsksForChangesAndTheProposerMakesThem() {
        String id = added("E041", DISPUTE, "B. Curator", null);
        step(id, "reviews", approve("C. Reviewer").replace("APPROVE", "REQUEST_CHANGES"))
                .statusCode(200)
                .body("state", equalTo("CHANGES_REQUESTED"));
        step(id, "reviews", approve("C. Reviewer")).statusCode(409);
        String revision = "{\"curator\": \"%s\", \"reason\": \"as it was asked for\", \"content\": "
                + content("NEUTRAL", "PMID:35483272") + "}";
        put(id, revision.formatted("D. Other")).statusCode(409);
        put(id, revision.formatted("B. Curator"))
                .statusCode(200)
                .body("state", equalTo("PROPOSED"))
                .body("content.direction", equalTo("NEUTRAL"));
        step(id, "reviews", approve("C. Reviewer").replace("APPROVE", "REJECT"))
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        step(id, "withdrawal", word("B. Curator")).statusCode(409);
        get("/v1/proposals/" + id)
                .then()
                .body("history.what", equalTo(List.of("PROPOSED", "CHANGES_REQUESTED", "REVISED", "REJECTED")));
        get("/v1/proposals?state=REJECTED").then().body("items.id", hasItem(id));
    }

    @Test
    void aReportThatIsWrongItselfIsDismissedWithAReason() {
        String id = post(
                        "/v1/reports",
                        "{\"statement\": \"E042\", \"curator\": \"A. Reader\", \"wrong\": \"I do not believe it\"}",
                        null)
                .statusCode(201)
                .header("ETag", containsString("W"))
                .extract()
                .path("id");
        post("/v1/reports/" + id + "/dismissal", word("C. Reviewer"), null).statusCode(428);
        post("/v1/reports/" + id + "/dismissal", word("C. Reviewer"), "\"" + id + ".1\"")
                .statusCode(200)
                .body("state", equalTo("DISMISSED"))
                .body("answer", equalTo("checked against the paper"));
        post("/v1/reports/" + id + "/dismissal", word("C. Reviewer"), "\"" + id + ".2\"")
                .statusCode(409);
        post("/v1/reports", "{\"statement\": \"E999\", \"curator\": \"A. Reader\", \"wrong\": \"no such thing\"}", null)
                .statusCode(404);
    }

    @Test
    void whatTheCatalogDoesNotKnowIsPointedAt() {
        String wrong = """
                {"text": "x", "direction": "DISPUTES", "level": "IN_VITRO", "scopes": ["gastrc"], "species": ["unicorn"],
                 "study": "35483272", "confidence": "sure", "source": ["S-FDBB"]}""";
        proposed("E040", wrong, "B. Curator", null)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        equalTo(List.of(
                                "/content/scopes/0",
                                "/content/source/0",
                                "/content/species/0",
                                "/content/study",
                                "/content/confidence")))
                .body("errors[0].suggestion", containsString("gastric"));
        String nothing = """
                {"text": "x", "direction": "DISPUTES", "level": "IN_VITRO", "scopes": [null], "species": [null],
                 "study": "PMID:35483272", "sameAs": [null], "confidence": "A-abs", "source": [null]}""";
        proposed("E040", nothing, "B. Curator", null).statusCode(400).body("errors.size()", equalTo(4));
        proposed("E040", content("DISPUTES", study("E040")), "B. Curator", null)
                .statusCode(409)
                .body("errors[0].detail", equalTo("one claim, one study"));
        post("/v1/proposals", "{\"action\": \"ADD\"}", null)
                .statusCode(400)
                .body("errors.pointer", hasItem("/conflictOfInterest"));
        post("/v1/proposals", retraction("E999@PMID:1", "B. Curator"), "\"0\"").statusCode(404);
        get("/v1/proposals/P999999").then().statusCode(404);
    }

    @Test
    void theDatabaseHoldsTheSameRules() throws SQLException {
        String id = added("E041", DISPUTE, "B. Curator", null);
        String reviewed = "reviewer = '%s', review_reason = 'looks right', reviewer_conflict_of_interest = 'none'";
        refused(
                "update catalog.proposal set state = 'APPROVED', version = 2, " + reviewed.formatted("b. curator"),
                id,
                "proposal_reviewed_by_another");
        refused("update catalog.proposal set state = 'APPROVED', version = 2", id, "proposal_reviewed");
        refused(
                "update catalog.proposal set state = 'PUBLISHED', version = 2, " + reviewed.formatted("C"),
                id,
                "no step");
        refused("update catalog.proposal set state = 'WITHDRAWN', version = 3", id, "version 3 after 1");
        refused("update catalog.proposal set curator = 'X. Else', version = 2", id, "keeps its curator");
        refused("update catalog.proposal set claim = 'E001', version = 2", id, "content stands");
        refused("delete from catalog.proposal", id, "keeps every row");
        refused("update catalog.curation_event set note = ''", id, "append-only");
        refused("delete from catalog.curation_event", id, "append-only");
        step(id, "withdrawal", word("B. Curator")).statusCode(200);
        refused("update catalog.proposal set state = 'PROPOSED', version = 3", id, "no step");
    }

    @Test
    void theQueueIsListed() {
        String id = added("E041", DISPUTE, "B. Curator", null);
        get("/v1/proposals?state=PROPOSED&claim=E041@PMID:35483272")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].etag", equalTo(id + ".1"));
        step(id, "withdrawal", word("B. Curator")).statusCode(200);
        get("/v1/proposals?state=NONSENSE").then().statusCode(400).body("errors[0].pointer", equalTo("?state"));
    }

    private void refused(String sql, String id, String reason) throws SQLException {
        String column = sql.contains("curation_event") ? "subject" : "id";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String message = assertThrows(
                            SQLException.class,
                            () -> statement.execute(sql + " where " + column + " = '" + id + "'"),
                            sql)
                    .getMessage();
            assertTrue(message.contains(reason), message);
        }
    }

    private void retract(String claim) {
        String tag = get("/v1/claims/" + claim).header("ETag");
        String id = post("/v1/proposals", retraction(claim, "B. Curator"), tag)
                .statusCode(201)
                .extract()
                .path("id");
        step(id, "reviews", approve("C. Reviewer")).statusCode(200);
        step(id, "publication", word("C. Reviewer")).statusCode(200);
        get("/v1/claims/" + claim).then().statusCode(404);
    }

    private static String added(String statement, String content, String curator, String report) {
        return proposed(statement, content, curator, report)
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse proposed(String statement, String content, String curator, String report) {
        return post(
                "/v1/proposals",
                "{\"action\": \"ADD\", \"statement\": \"" + statement + "\", \"curator\": \"" + curator
                        + "\", \"reason\": \"the paper says so\", \"conflictOfInterest\": \"none\", \"content\": "
                        + content
                        + (report == null ? "" : ", \"report\": \"" + report + "\"") + "}",
                null);
    }

    private static String content(String direction, String study) {
        return """
                {"text": "the study did not see it", "direction": "%s", "level": "IN_VITRO", "scopes": ["gastric"],
                 "setting": "human gastric lines", "species": ["human"], "study": "%s", "confidence": "A-abs",
                 "source": ["S-FDB"]}""".formatted(direction, study);
    }

    private static String retraction(String claim, String curator) {
        return "{\"action\": \"RETRACT\", \"claim\": \"" + claim + "\", \"curator\": \"" + curator
                + "\", \"reason\": \"the study does not say it\", \"conflictOfInterest\": \"none\"}";
    }

    private static String approve(String curator) {
        return "{\"decision\": \"APPROVE\", \"curator\": \"" + curator
                + "\", \"reason\": \"read and agreed\", \"conflictOfInterest\": \"none\"}";
    }

    private static String word(String curator) {
        return "{\"curator\": \"" + curator + "\", \"reason\": \"checked against the paper\"}";
    }

    /** With the tag as it is now. */
    private static ValidatableResponse step(String proposal, String step, String body) {
        String tag = get("/v1/proposals/" + proposal).header("ETag");
        return post("/v1/proposals/" + proposal + "/" + step, body, tag);
    }

    private static ValidatableResponse put(String proposal, String body) {
        return given().contentType("application/json")
                .header("If-Match", get("/v1/proposals/" + proposal).header("ETag"))
                .body(body)
                .put("/v1/proposals/" + proposal)
                .then();
    }

    private static ValidatableResponse post(String address, String body, String tag) {
        var request = given().contentType("application/json").body(body);
        return (tag == null ? request : request.header("If-Match", tag))
                .post(address)
                .then();
    }

    private static String study(String statement) {
        return get("/v1/statements/" + statement).path("saidBy[0].claim.study");
    }

    private static String release() {
        return get("/v1/releases/current").path("id");
    }
}
