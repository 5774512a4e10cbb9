package org.fenton.gateway.workbench;

import static io.restassured.RestAssured.given;
import static org.fenton.gateway.workbench.CasePagesTest.browser;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.fenton.gateway.Neighbours;
import org.junit.jupiter.api.Test;

/** Pages about a kept ranking say what the API says of it. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class RecordPagesTest {
    private static final String CASE = """
            {"format":"fenton-case/1","oncotree":"HCC","medications":[],
             "reported":{"scale":"contrast","activities":[{"network":"collectri","source":"STAT3","score":3}]}}
            """;

    private static String ranked(String document) {
        String location = given().contentType("application/json")
                .body(document)
                .post("/v1/rankings")
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String page(String path) {
        Response page = browser().urlEncodingEnabled(false).get(path);
        assertEquals(200, page.statusCode(), path + ": " + page.asString());
        return page.asString();
    }

    @Test
    void aCandidateThatIsNotRankedSaysWhyNot() {
        assertTrue(page("/workbench/rankings/" + ranked(CASE) + "/candidates/erastin")
                .contains("tool compound"));
    }

    @Test
    void everyCandidatePageShowsTheScoreOfTheApi() {
        String id = ranked(CASE);
        double score = given().urlEncodingEnabled(false)
                .get("/v1/rankings/" + id + "/candidates/ruxolitinib")
                .jsonPath()
                .getDouble("candidate.score");
        assertTrue(page("/workbench/rankings/" + id + "/candidates/ruxolitinib").contains(Numbers.signed(score)));
    }

    @Test
    void aRecordIsReplayedWithItsVerdict() {
        String id = ranked(CASE);
        browser()
                .post("/workbench/records/" + id + "/replay")
                .then()
                .statusCode(200)
                .body(allOf(containsString("SAME"), containsString("to the last byte")));
        assertTrue(page("/workbench/records").contains(id));
    }

    @Test
    void oneClickIsOneCodedAnswer() {
        String id = ranked(CASE);
        String address = "/workbench/rankings/" + id + "/candidates/ruxolitinib/feedback";
        browser().multiPart("answer", "evidence-too-weak").post(address).then().statusCode(303);
        assertTrue(page("/workbench/records/" + id).contains("overridden: The evidence is too weak"));
        browser()
                .multiPart("answer", "because")
                .post(address)
                .then()
                .statusCode(400)
                .contentType("text/html");
        browser()
                .multiPart("answer", "accepted")
                .post("/workbench/rankings/none/candidates/ruxolitinib/feedback")
                .then()
                .statusCode(404);
    }

    @Test
    void aMovedActivityIsTheWhatIfOfTheApi() {
        String id = ranked(CASE);
        String top = given().contentType("application/json")
                .body("{\"activities\":[{\"network\":\"collectri\",\"source\":\"STAT3\",\"score\":-6}]}")
                .post("/v1/rankings/" + id + "/what-if")
                .jsonPath()
                .getString("top.after.combination");
        String answer = browser()
                .multiPart("collectri.STAT3", "-6")
                .post("/workbench/rankings/" + id + "/what-if")
                .asString();
        String named = top == null ? "nothing is favourable" : top.replace("+", " + ");
        assertTrue(answer.contains("Then " + named + " leads"), answer);
    }

    @Test
    void whatTheScriptAsksForIsThePageWithoutItsFrame() {
        String id = ranked(CASE);
        String path = "/workbench/rankings/" + id + "/what-if";
        String whole = browser().multiPart("collectri.STAT3", "-6").post(path).asString();
        String part = browser()
                .multiPart("collectri.STAT3", "-6")
                .post(path + "?part=body")
                .asString();
        assertTrue(!part.contains("<html") && part.contains("<table"), part);
        assertTrue(whole.replaceAll("\\s+", " ").contains(part.strip().replaceAll("\\s+", " ")), part);
        String candidate = page("/workbench/rankings/" + id + "/candidates/ruxolitinib?part=body");
        assertTrue(!candidate.contains("<html") && candidate.contains("Its way through the network"), candidate);
    }

    @Test
    void downloadsKeepTheirCaveats() {
        String path = "/workbench/rankings/" + ranked(CASE);
        byte[] pdf = given().get(path + "/pack.pdf").asByteArray();
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.ISO_8859_1));
        given().get(path + "/ranking.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(allOf(containsString("caveats"), containsString("Research use only")));
        given().get(path + "/ranking.fhir.json")
                .then()
                .statusCode(200)
                .contentType("application/fhir+json")
                .body(allOf(containsString("\"Bundle\""), containsString("Research use only")));
    }

    @Test
    void theMapIsDrawnAndToldInWords() {
        String map = page("/workbench/rankings/" + ranked(CASE) + "/map?drug=ruxolitinib");
        assertTrue(map.contains("<desc") && map.contains("<title"), "an accessible drawing");
        int drawn = map.split(Pattern.quote("class=\"edge "), -1).length - 1;
        int told = map.split("raises|lowers", -1).length - 1;
        assertTrue(drawn > 0 && told >= drawn, drawn + " drawn, " + told + " told");
    }

    @Test
    void whatTheCatalogDoesNotAnswerIsSaid() {
        browser().get("/workbench/drugs/ruxolitinib").then().statusCode(503).contentType("text/html");
    }
}
