package org.fenton.model;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One service with several bundles, from listing to roll back; the tests are steps of one history. */
@QuarkusTest
@TestProfile(SeveralBundles.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BundlesApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BECAUSE = ",\"reason\":\"step of a test\",\"by\":\"tester\"}";

    @Test
    @Order(1)
    void allAreListedAndTheRefusedOnesSayWhy() {
        given().get("/v1/models")
                .then()
                .statusCode(200)
                .body("models.id", contains("zip-1", "reversed"))
                .body("models[0].roles", contains("active"))
                .body("models[1].roles", hasSize(0))
                .body("refused.directory", containsInAnyOrder("flipped", "other-format"))
                .body(
                        "refused.find { it.directory == 'flipped' }.reason",
                        containsString("model.scoring.bin was changed"))
                .body("refused.find { it.directory == 'other-format' }.reason", containsString("fenton-bundle/0"));
        given().get("/v1/models/" + id("reversed") + "/card")
                .then()
                .statusCode(200)
                .body("bundle", equalTo(id("reversed")));
    }

    @Test
    @Order(2)
    void aRequestMayNameItsBundleAndAnUnknownOneIsRefusedAtItsPlace() throws IOException {
        JsonNode active = predictions(null);
        JsonNode named = predictions("reversed");
        assertEquals(id("zip-1"), active.path("bundle").asText());
        assertEquals(id("reversed"), named.path("bundle").asText());
        assertEquals(active, predictions(id("zip-1")));
        assertNotEquals(active.path("predictions"), named.path("predictions"));
        refused("/v1/predictions", request("zip-9").toString(), 400).body("errors[0].pointer", equalTo("/bundle"));
        refused("/v1/predictions", request("flipped").toString(), 400).body("errors[0].pointer", equalTo("/bundle"));
        ObjectNode activities = (ObjectNode) JSON.readTree(Examples.request("activities-contrast-request.json"));
        post("/v1/pathway-activities", activities.put("bundle", "reversed").toString(), 200)
                .body("bundle", equalTo(id("reversed")));
        refused("/v1/pathway-activities", activities.put("bundle", "x").toString(), 400)
                .body("errors[0].pointer", equalTo("/bundle"));
    }

    @Test
    @Order(3)
    void aComparisonTellsTheRankDifferenceAsData() throws IOException {
        compare("zip-1", "reversed").body("spearman", equalTo(-1f)).body("from", equalTo(id("zip-1")));
        compare("zip-1", "zip-1")
                .body("spearman", equalTo(1f))
                .body("largestMoves", hasSize(0))
                .body("top.overlap", equalTo(1f));
        refused("/v1/comparisons", comparison("zip-1", "none").toString(), 400)
                .body("errors[0].pointer", equalTo("/to"));
        ObjectNode twice = comparison("zip-1", "reversed");
        ((ObjectNode) twice.get("of")).put("bundle", "zip-1");
        refused("/v1/comparisons", twice.toString(), 400).body("errors[0].pointer", equalTo("/of/bundle"));
        ObjectNode broken = comparison("zip-1", "reversed");
        ((ObjectNode) broken.get("of")).put("scale", "tpm");
        refused("/v1/comparisons", broken.toString(), 400).body("errors[0].pointer", equalTo("/of/scale"));
    }

    @Test
    @Order(4)
    void aPromotionNeedsABundleARoleAReasonAndAnAuthor() {
        refused("/v1/promotions", "{}", 400)
                .body("errors.pointer", containsInAnyOrder("/bundle", "/role", "/reason", "/by"));
        refused("/v1/promotions", "{\"bundle\":\"reversed\",\"role\":\"king\"" + BECAUSE, 400)
                .body("errors[0].pointer", equalTo("/role"));
        refused("/v1/promotions", promotion("flipped", "active"), 400).body("errors[0].pointer", equalTo("/bundle"));
        refused("/v1/promotions", promotion("zip-1", "active"), 409).body("detail", containsString("already active"));
        refused("/v1/promotions", promotion("zip-1", "shadow"), 409).body("detail", containsString("its own shadow"));
        refused("/v1/promotions/roll-back", "{\"role\":\"active\"" + BECAUSE, 409)
                .body("detail", containsString("nothing to roll back"));
        refused("/v1/promotions/roll-back", "{\"role\":\"shadow\"" + BECAUSE, 409);
        given().get("/v1/shadow-report").then().statusCode(404).contentType("application/problem+json");
        given().get("/v1/promotions")
                .then()
                .body("promotions", hasSize(1))
                .body("promotions[0].action", equalTo("configure"));
    }

    @Test
    @Order(5)
    void aShadowIsAskedTheSameAndReported() throws IOException, InterruptedException {
        post("/v1/promotions", promotion("reversed", "shadow"), 201)
                .body("bundle", equalTo(id("reversed")))
                .body("previous", nullValue())
                .body("sequence", equalTo(2));
        JsonNode before = predictions(null);
        predictions("reversed");
        JsonNode report = report(1);
        assertEquals(id("zip-1"), before.path("bundle").asText());
        assertEquals(1, report.path("cases").asInt());
        assertEquals(-1.0, report.path("spearman").path("mean").asDouble(), 1e-12);
        assertTrue(report.path("largestMoves").size() > 0);
        assertTrue(report.path("topOverlap").path("mean").asDouble() <= 1);
    }

    @Test
    @Order(6)
    void anActivePromotionAnswersFromThenOnAndIsTakenBack() throws IOException {
        JsonNode before = predictions(null);
        post("/v1/promotions", promotion(id("reversed"), "active"), 201).body("previous", equalTo(id("zip-1")));
        assertEquals(predictions("reversed"), predictions(null));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'model-bundle' }.data.bundle", equalTo(id("reversed")));
        given().get("/v2/models/synergy-zip5").then().body("versions", hasSize(2));
        post("/v1/promotions/roll-back", "{\"role\":\"active\"" + BECAUSE, 201)
                .body("action", equalTo("roll-back"))
                .body("bundle", equalTo(id("zip-1")));
        assertEquals(before, predictions(null));
        post("/v1/promotions/roll-back", "{\"role\":\"shadow\"" + BECAUSE, 201).body("bundle", nullValue());
        given().get("/v1/shadow-report").then().statusCode(404);
        given().get("/v1/promotions")
                .then()
                .statusCode(200)
                .body("promotions.action", contains("configure", "promote", "promote", "roll-back", "roll-back"))
                .body("promotions[1].reason", equalTo("step of a test"))
                .body("promotions[1].by", equalTo("tester"))
                .body("active", equalTo(id("zip-1")))
                .body("writable", equalTo(true));
    }

    @Test
    @Order(7)
    void aVersionIsABundle() {
        String reversed = "/v2/models/synergy-zip5/versions/" + id("reversed");
        given().get(reversed).then().statusCode(200).body("versions", hasItem(id("reversed")));
        given().get(reversed + "/ready").then().statusCode(200).body("ready", equalTo(true));
        given().get("/v2/models/synergy-zip5/versions/1")
                .then()
                .statusCode(404)
                .body("error", containsString("1"))
                .body("$", not(hasItem("type")));
    }

    private static JsonNode report(int cases) throws IOException, InterruptedException {
        for (int waited = 0; waited < 200; waited++) {
            JsonNode report = JSON.readTree(given().get("/v1/shadow-report").asString());
            if (report.path("cases").asInt() >= cases) {
                return report;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the shadow has not answered: "
                + given().get("/v1/shadow-report").asString());
    }

    private static String id(String name) {
        return given().get("/v1/models").then().extract().path("models.find { it.id == '%s' }.bundle".formatted(name));
    }

    private static String promotion(String bundle, String role) {
        return "{\"bundle\":\"%s\",\"role\":\"%s\"".formatted(bundle, role) + BECAUSE;
    }

    private static ObjectNode request(String bundle) throws IOException {
        ObjectNode request = (ObjectNode) JSON.readTree(Examples.request("predictions-log2-request.json"));
        return bundle == null ? request : request.put("bundle", bundle);
    }

    private static ObjectNode comparison(String from, String to) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("from", from).put("to", to);
        body.set("of", request(null));
        return body;
    }

    private static ValidatableResponse compare(String from, String to) throws IOException {
        return post("/v1/comparisons", comparison(from, to).toString(), 200);
    }

    private static JsonNode predictions(String bundle) throws IOException {
        return JSON.readTree(post("/v1/predictions", request(bundle).toString(), 200)
                .extract()
                .asString());
    }

    private static ValidatableResponse refused(String address, String body, int status) {
        return post(address, body, status).contentType("application/problem+json");
    }

    private static ValidatableResponse post(String address, String body, int status) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(address)
                .then()
                .statusCode(status);
    }
}
