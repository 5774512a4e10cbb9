package org.fenton.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.gateway.catalog.Releases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class QuestionTest {
    private static final String CASE = """
            {"format":"fenton-case/1","oncotree":"HCC","medications":[],"resistance":{"drug":"sorafenib"},
             "reported":{"scale":"contrast","activities":[{"network":"collectri","source":"STAT3","score":3}],
                         "genes":{"SLC7A11":1.5}}}
            """;
    private static final String WITHOUT_RESISTANCE = CASE.replace("\"resistance\":{\"drug\":\"sorafenib\"},", "");

    @Inject
    Releases releases;

    private static String ranked(String body) {
        return URI.create(given().contentType(ContentType.JSON)
                        .body(body)
                        .post("/v1/rankings")
                        .header("Location"))
                .getPath();
    }

    private static Response whatIf(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path + "/what-if");
    }

    private static JsonNode json(Response response) throws Exception {
        assertEquals(200, response.statusCode(), response.asString());
        return new ObjectMapper().readTree(response.asByteArray());
    }

    @Test
    void everyDrugAndPairOfTheCatalogHasAnAnswer() throws Exception {
        String path = ranked(CASE);
        Knowledge knowledge = releases.current();
        int asked = 0;
        for (var a : knowledge.drugs()) {
            for (var b : knowledge.drugs()) {
                String named = a.id().compareTo(b.id()) < 0 ? a.id() + "+" + b.id() : a.id();
                JsonNode answer = json(given().urlEncodingEnabled(false).get(path + "/candidates/" + named));
                boolean ranked = answer.path("ranked").asBoolean();
                assertEquals(!ranked, !answer.path("reasonsNotRanked").isEmpty(), answer.toString());
                assertEquals(ranked, answer.has("candidate"), answer.toString());
                asked++;
            }
        }
        assertTrue(asked >= 9);
    }

    @ParameterizedTest
    @CsvSource({"erastin,NOT_FOR_PATIENTS", "sorafenib,FAILED_DRUG", "ruxolitinib+erastin,NOT_FOR_PATIENTS"})
    void whyNot(String combination, String code) {
        given().urlEncodingEnabled(false)
                .get(ranked(CASE) + "/candidates/" + combination)
                .then()
                .statusCode(200)
                .body("ranked", equalTo(false))
                .body("reasonsNotRanked.code", hasItem(code));
    }

    @Test
    void aNameIsReadInAnyOrderAndAnUnknownOneIsSuggested() throws Exception {
        String path = ranked(WITHOUT_RESISTANCE);
        JsonNode one = json(given().urlEncodingEnabled(false).get(path + "/candidates/Sorafenib+RUXOLITINIB"));
        assertEquals("ruxolitinib+sorafenib", one.path("combination").asText());
        given().get(path + "/candidates/sorafenibb")
                .then()
                .statusCode(404)
                .body("errors[0].suggestion", containsString("sorafenib"));
        for (String wrong : new String[] {"a+b+c", "+", "sorafenib+", "sorafenib+sorafenib"}) {
            given().urlEncodingEnabled(false)
                    .get(path + "/candidates/" + wrong)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        given().get("/v1/rankings/none/candidates/sorafenib").then().statusCode(404);
    }

    @Test
    void aComparisonAddsUpToTheDifferenceOfTheScores() throws Exception {
        String path = ranked(WITHOUT_RESISTANCE);
        JsonNode answer = json(given().queryParam("a", "ruxolitinib")
                .queryParam("b", "ruxolitinib+sorafenib")
                .get(path + "/compare"));
        assertTrue(answer.path("comparable").asBoolean(), answer.toString());
        JsonNode comparison = answer.path("comparison");
        BigDecimal sum = comparison.path("rounding").decimalValue();
        for (JsonNode row : comparison.path("terms")) {
            sum = sum.add(row.path("difference").decimalValue());
        }
        assertEquals(comparison.path("difference").doubleValue(), sum.doubleValue(), 1e-15);
        assertEquals(
                comparison.path("difference").doubleValue(),
                answer.at("/candidates/0/score").doubleValue()
                        - answer.at("/candidates/1/score").doubleValue(),
                0);
        given().queryParam("a", "erastin")
                .queryParam("b", "sorafenib")
                .get(path + "/compare")
                .then()
                .body("comparable", equalTo(false))
                .body("candidates[0].reasonsNotRanked.code", hasItem("NOT_FOR_PATIENTS"));
        given().queryParam("a", "erastin").get(path + "/compare").then().statusCode(400);
    }

    @Test
    void aChangedActivityIsRankedLikeACaseThatHasIt() throws Exception {
        String path = ranked(CASE);
        JsonNode answer =
                json(whatIf(path, "{\"activities\":[{\"network\":\"collectri\",\"source\":\"STAT3\",\"score\":-6}]}"));
        JsonNode direct = new ObjectMapper()
                .readTree(given().contentType(ContentType.JSON)
                        .body(CASE.replace("\"score\":3", "\"score\":-6"))
                        .post("/v1/rankings")
                        .asByteArray());
        JsonNode first = direct.path("candidates").path(0);
        assertEquals(first.path("combination"), answer.at("/top/after/combination"));
        assertEquals(first.path("score"), answer.at("/top/after/score"));
        assertEquals("collectri:STAT3", answer.at("/changed/0/activity").asText());
        assertEquals(3, answer.at("/changed/0/from").asDouble());
    }

    @Test
    void aChangedCaseAndChangedWeightsAreRankedToo() throws Exception {
        String path = ranked(WITHOUT_RESISTANCE);
        JsonNode answer = json(whatIf(
                path, "{\"case\":{\"pregnant\":true,\"preferences\":{\"weights\":{\"mechanism in context\":0.5}}}}"));
        assertEquals("fenton-policy-1+preferences", answer.path("policyAfter").asText());
        assertTrue(answer.path("predictionsHeld").asBoolean());
        assertTrue(answer.path("changed").toString().contains("/preferences/weights/mechanism in context"));
        whatIf(path, "{\"case\":{\"oncotree\":\"NOWHERE\"}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/oncotree"));
    }

    @Test
    void theSearchIsTheSameEachTimeAndEachFlipDoesFlip() throws Exception {
        String path = ranked(WITHOUT_RESISTANCE);
        byte[] once = whatIf(path, "{\"search\":true}").asByteArray();
        assertArrayEquals(once, whatIf(path, "{\"search\":true}").asByteArray());
        JsonNode answer = new ObjectMapper().readTree(once);
        String top = answer.at("/top/before/combination").asText();
        assertFalse(answer.at("/smallestChange/factorsMoved").isEmpty(), answer.toString());
        for (JsonNode flip : answer.at("/smallestChange/activities")) {
            JsonNode checked = json(whatIf(
                    path,
                    "{\"activities\":[{\"network\":\"collectri\",\"source\":\""
                            + flip.path("factor").asText() + "\",\"score\":" + flip.path("to") + "}]}"));
            assertTrue(checked.at("/top/flipped").asBoolean(), checked.toString());
            assertFalse(top.equals(checked.at("/top/after/combination").asText()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"search\":\"yes\"}",
                "{\"activity\":[]}",
                "{\"activities\":[{\"network\":\"x\",\"source\":\"STAT3\"}]}",
                "{\"case\":[1]}"
            })
    void aQuestionThatIsNoneIsRefused(String body) {
        whatIf(ranked(CASE), body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aReplayGivesTheSameBytesOrSaysWhatIsMissing() {
        String path = ranked(WITHOUT_RESISTANCE);
        given().post(path + "/replay")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("SAME"))
                .body("missing", empty());
        Neighbours.model = Neighbours.Mood.NONSENSE;
        try {
            given().post(path + "/replay")
                    .then()
                    .statusCode(200)
                    .body("verdict", equalTo("NOT_POSSIBLE"))
                    .body("missing.what", hasItem("bundle"));
            String degraded = ranked(WITHOUT_RESISTANCE.replace("\"score\":3", "\"score\":2.25"));
            given().post(degraded + "/replay").then().body("verdict", equalTo("SAME"));
        } finally {
            Neighbours.model = Neighbours.Mood.ANSWERS;
        }
    }
}
