package org.fenton.catalog.release;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fenton.catalog.Postgres;
import org.fenton.catalog.Seeds;
import org.fenton.catalog.seed.SeedFolder;
import org.junit.jupiter.api.Test;

/** A drug that vanishes and a direction that turns say why, or are not published; every past day can be asked. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ReasonsTest {
    /** A drug nothing else refers to, so that dropping it breaks no reference. */
    private static final String DRUG = "made-up-drug";

    @Inject
    SeedLoader loader;

    @Inject
    DataSource database;

    private static String current() {
        return get("/v1/releases/current").then().statusCode(200).extract().path("id");
    }

    private static ValidatableResponse publish(Object... reasons) {
        return given().contentType("application/json")
                .body(Map.of("reasons", List.of(reasons)))
                .post("/v1/releases")
                .then();
    }

    private static Map<String, String> reason(String type, String id, String reason) {
        return Map.of("type", type, "id", id, "reason", reason);
    }

    private static void importRows(String type, String file) {
        given().contentType("text/tab-separated-values")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/imports?type=" + type)
                .then()
                .statusCode(200);
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aTurnedEdgeAndAVanishedDrugNeedAReasonThatIsKeptAndShown() throws SQLException {
        String first = current();
        String edges = get("/v1/exports/rows/edge").asString();
        String header = edges.lines().findFirst().orElseThrow() + "\n";
        String row = edges.lines()
                        .filter(line -> line.startsWith("E037\t"))
                        .findFirst()
                        .orElseThrow() + "\n";
        String sign = row.split("\t")[3];
        String turned = row.replaceFirst("\t\\" + sign + "\t", "\t" + (sign.equals("-") ? "+" : "-") + "\t");
        addDrug();
        publish().statusCode(201).header("Location", containsString("/v1/releases/sha256:"));
        String second = current();
        importRows("edge", header + turned);
        sql("delete from catalog.drug_name where drug = '" + DRUG + "'");
        sql("delete from catalog.drug where id = '" + DRUG + "'");

        publish()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem:reason-missing"))
                .body("errors.detail", hasItem("the drug " + DRUG + " is dropped"))
                .body("errors.detail", hasItem("the edge E037 turns from " + sign + " to " + turned.split("\t")[3]));
        assertEquals(second, current());
        var dropped = reason("drug", DRUG, "it was made up for a test <b>");
        var edge = reason("edge", "E037", "turned by a test, to be shown");
        publish(dropped, edge, reason("edge", "E038", "was not turned at all"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reasons/2"))
                .body("errors[0].suggestion", containsString("edge E037"));
        publish(reason("drug", DRUG, "short")).statusCode(400).body("errors[0].pointer", equalTo("/reasons/0/reason"));
        get("/v1/releases/current/diff/draft").then().statusCode(200).body("changes.id", hasItems(DRUG, "E037"));
        publish(dropped, edge).statusCode(201);
        String third = current();

        get("/v1/releases/" + second + "/diff/" + third)
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("counts.drug.REMOVED", equalTo(1))
                .body("changes.find { it.id == 'E037' }.fields.find { it.pointer == '/sign' }.before", equalTo(sign))
                .body("changes.find { it.id == 'E037' }.reasons", equalTo(List.of("turned by a test, to be shown")))
                .body("changes.find { it.id == '" + DRUG + "' }.change", equalTo("REMOVED"));
        String lines = given().accept("application/x-ndjson")
                .get("/v1/releases/" + second + "/diff/" + third)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(lines.lines().count() >= 2 && lines.contains("\"E037\""), lines);
        String page = given().accept("text/html")
                .get("/v1/releases/" + second + "/diff/" + third)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'sha256-"))
                .extract()
                .asString();
        assertTrue(page.contains("Reason: it was made up for a test &lt;b&gt;"), page);
        assertFalse(page.contains("<script"), "a script on the page");

        get("/v1/edges/E037?asOf=" + second).then().body("sign", equalTo(sign)).header("Fenton-Release", second);
        get("/v1/edges/E037").then().body("sign", not(equalTo(sign)));
        get("/v1/drugs?q=made up drug&asOf=" + second)
                .then()
                .body("items", hasSize(1))
                .body("total", equalTo(1));
        get("/v1/drugs?q=" + DRUG + "&asOf=current").then().body("items", hasSize(0));
        get("/v1/releases/" + second + "/rows/drug/" + DRUG)
                .then()
                .statusCode(200)
                .body("id", equalTo(DRUG));
        get("/v1/releases/" + third + "/rows/drug/" + DRUG).then().statusCode(404);

        importRows("edge", header + row);
        List<Object> back = new ArrayList<>();
        back.add(reason("edge", "E037", "turned back by the same test"));
        publish(back.toArray()).statusCode(201);
        assertEquals(first, current());
        forget();
    }

    /** The example of the API's description. */
    @Test
    void publishingTheFactsThatArePublishedChangesNothing() throws IOException {
        String before = current();
        JsonNode example = new ObjectMapper()
                .readTree(get("/q/openapi?format=json").asString())
                .at("/paths/~1v1~1releases/post/requestBody/content/application~1json/example");
        given().contentType("application/json")
                .body(example.toString())
                .post("/v1/releases")
                .then()
                .statusCode(200)
                .body("id", equalTo(before));
    }

    private void addDrug() {
        String drugs = get("/v1/exports/rows/drug").asString();
        List<String> columns = List.of(drugs.lines().findFirst().orElseThrow().split("\t"));
        Map<String, String> cells = Map.of(
                "id",
                DRUG,
                "name",
                "made up drug",
                "approval",
                "TOOL_COMPOUND",
                "patientUse",
                "NO",
                "patientUseReason",
                "made up",
                "reachable",
                "UNKNOWN");
        String row = String.join(
                "\t",
                columns.stream().map(column -> cells.getOrDefault(column, "")).toList());
        importRows("drug", String.join("\t", columns) + "\n" + row + "\n");
    }

    private void forget() throws SQLException {
        sql("delete from catalog.fact_touch");
    }

    @Test
    void seedsThatTurnAnEdgeWithoutAReasonAreRefusedAndWithOneAreNot() {
        String first = current();
        SeedFolder turned = Seeds.withCell("edges.tsv", 2, "sign", "-");
        ReasonMissing refused = assertThrows(ReasonMissing.class, () -> loader.load(turned));
        assertTrue(refused.items().contains("the edge E001 turns from + to -"), refused.items());
        assertEquals(first, current());
        get("/v1/edges/E001").then().body("sign", equalTo("+"));
        try {
            assertNotEquals(first, loader.load(withReason(turned)));
        } finally {
            assertEquals(first, loader.load(withReason(Seeds.changed("edges.tsv", lines -> lines))));
        }
    }

    private static SeedFolder withReason(SeedFolder seeds) {
        String reasons = "type\tid\treason\nedge\tE001\ta test turns it there and back\n";
        return new SeedFolder(
                file -> file.equals("reasons.tsv")
                        ? new java.io.ByteArrayInputStream(reasons.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        : seeds.open().apply(file),
                seeds.report());
    }

    /** New seeds meet rows that somebody has changed since: those stay, and all others follow the seeds. */
    @Test
    void newSeedsLeaveWhatWasImportedAlone() throws SQLException {
        String first = current();
        String edges = get("/v1/exports/rows/edge").asString();
        String header = edges.lines().findFirst().orElseThrow() + "\n";
        String row = edges.lines()
                .filter(line -> line.startsWith("E002\t"))
                .findFirst()
                .orElseThrow();
        String[] cells = row.split("\t", -1);
        cells[cells.length - 1] = "curated here";
        importRows("edge", header + String.join("\t", cells) + "\n");
        assertEquals(first, loader.load(Seeds.shipped()), "the same seeds again are not loaded again");
        get("/v1/edges/E002").then().body("note", equalTo("curated here"));
        loader.load(Seeds.changed("edges.tsv", lines -> {
            lines.set(2, lines.get(2).substring(0, lines.get(2).lastIndexOf('\t')) + "\tby the seeds");
            lines.set(3, lines.get(3).substring(0, lines.get(3).lastIndexOf('\t')) + "\tby the seeds");
            return lines;
        }));
        get("/v1/edges/E002").then().body("note", equalTo("curated here"));
        get("/v1/edges/E003").then().body("note", equalTo("by the seeds"));
        importRows("edge", header + row + "\n");
        forget();
        assertEquals(first, loader.load(Seeds.shipped()));
    }

    @Test
    void anUnknownReleaseAndAnInstantThatIsNoneAreNamed() {
        get("/v1/edges?asOf=sha256:0").then().statusCode(404).body("detail", containsString("no release 'sha256:0'"));
        get("/v1/edges?asOf=yesterday")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?asOf"))
                .body("errors[0].suggestion", containsString("2026-11-23T12:00:00Z"));
        get("/v1/edges?asOf=1999-01-01T00:00:00Z")
                .then()
                .statusCode(404)
                .body("detail", containsString("nothing was published by 1999-01-01T00:00:00Z"));
        get("/v1/edges?asOf=2999-01-01T00:00:00Z").then().statusCode(400).body("detail", containsString("future"));
        get("/v1/edges/E001?asOf=" + Instant.now()).then().statusCode(200).body("id", equalTo("E001"));
        get("/v1/reports?asOf=current")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("answered for now only"));
    }

    /** The same question of now and of the release that is now has the same answer. */
    @Test
    void everyListOfTheCurrentReleaseIsTheListOfNow() {
        for (String list : List.of(
                "drugs?kind=JAK_STAT&limit=1000",
                "drugs?q=nib&limit=1000",
                "drug-listings?kind=BACKBONE",
                "drug-classes?limit=50",
                "nodes?limit=50&after=C",
                "edges?limit=50",
                "contexts",
                "resistance-mechanisms",
                "combinations",
                "safety-rules",
                "interactions",
                "claims?subject=E037",
                "claims?study=PMID:35483272",
                "claims?statement=E037",
                "sources",
                "tumours?limit=10",
                "scopes",
                "counts")) {
            String now = get("/v1/" + list).then().statusCode(200).extract().asString();
            String then = get("/v1/" + list + (list.contains("?") ? "&" : "?") + "asOf=current")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertEquals(now, then, list);
        }
    }

    @Test
    void aListThatChangesBetweenItsPagesIsNotContinued() throws SQLException {
        var page = get("/v1/edges?limit=10")
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .extract();
        String next = page.header("Link").replaceAll("<(.*)>.*", "$1");
        follow(next).statusCode(200);
        sql("update catalog.edge set note = note where id = 'E001'");
        follow(next).statusCode(409).body("type", equalTo("urn:problem:list-changed"));
        String pinned = get("/v1/edges?limit=10&asOf=current").header("Link").replaceAll("<(.*)>.*", "$1");
        assertTrue(pinned.contains("asOf=sha256"), pinned);
        sql("update catalog.edge set note = note where id = 'E001'");
        follow(pinned).statusCode(200);
        get("/v1/scopes").then().body("complete", equalTo(true));
        forget();
    }

    private static ValidatableResponse follow(String link) {
        return given().urlEncodingEnabled(false).get(link).then();
    }

    @Test
    void aReadThatHasNotChangedIsNotSentAgain() {
        for (String address :
                List.of("/v1/edges?limit=5", "/v1/edges/E001", "/v1/counts", "/v1/claims?subject=E037&asOf=current")) {
            String tag = get(address).then().statusCode(200).extract().header("ETag");
            assertTrue(tag.startsWith("\"sha256:"), tag);
            given().header("If-None-Match", tag)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .body(equalTo(""));
        }
    }
}
