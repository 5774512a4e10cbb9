package org.fenton.model;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModelApiTest {
    @Test
    void activitiesOfAContrastEqualTheExample() throws IOException {
        answerEquals("/v1/pathway-activities", "activities-contrast");
    }

    @Test
    void activitiesOfALog2ProfileEqualTheExample() throws IOException {
        answerEquals("/v1/pathway-activities", "activities-log2");
    }

    @Test
    void viperOfPathwaysWithProgrammesEqualsTheExample() throws IOException {
        answerEquals("/v1/pathway-activities", "activities-viper");
    }

    @Test
    void predictionsOfAContrastEqualTheExample() throws IOException {
        answerEquals("/v1/predictions", "predictions-contrast");
    }

    @Test
    void predictionsOfALog2CaseEqualTheExample() throws IOException {
        answerEquals("/v1/predictions", "predictions-log2");
    }

    @Test
    void theListOfModelsEqualsTheExampleAndItsCardIsThere() throws IOException {
        String models =
                given().get("/v1/models").then().statusCode(200).extract().asString();
        Examples.assertEqualsFile("examples/models-response.json", models);
        given().get("/v1/models/zip-1/card")
                .then()
                .statusCode(200)
                .body("head.id", equalTo("synergy-zip5"))
                .body("bundle", startsWith("sha256:"))
                .body("evaluation.protocol", equalTo("zip-leave-drug"));
    }

    @Test
    void anUnknownModelIsAProblemThatNamesTheKnown() {
        given().get("/v1/models/zip-2/card")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("zip-1"));
    }

    @Test
    void theDescriptionEqualsTheGoldenFile() throws IOException {
        String openApi = given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Examples.assertEqualsFile("openapi.json", openApi);
    }

    @Test
    void aSwappedPairIsTheSamePair() throws IOException {
        String forward = Examples.request("predictions-log2-request.json");
        String ids = given().contentType(ContentType.JSON)
                .body(forward)
                .post("/v1/predictions")
                .asString();
        String reversed = reverseDrugs(forward);
        String swapped = given().contentType(ContentType.JSON)
                .body(reversed)
                .post("/v1/predictions")
                .asString();
        assertTrue(!forward.equals(reversed) && ids.equals(swapped));
    }

    private static String reverseDrugs(String request) throws IOException {
        var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(request);
        json.path("candidates").forEach(candidate -> {
            var drugs = (com.fasterxml.jackson.databind.node.ArrayNode) candidate.path("drugs");
            if (drugs.size() == 2) {
                drugs.add(drugs.remove(0));
            }
        });
        return json.toString();
    }

    @Test
    void aNumberBeyondDoubleIsRefusedAtItsPlace() {
        refused("/v1/pathway-activities", "{\"scale\":\"log2\",\"genes\":{\"STAT3\":1e999,\"GPX4\":1}}", 400)
                .body("errors.pointer", hasItem("/genes/STAT3"));
    }

    @Test
    void anUnknownScaleIsRefusedWithTheKnownOnes() {
        refused("/v1/pathway-activities", "{\"scale\":\"tpm\",\"genes\":{\"STAT3\":1}}", 400)
                .body("errors[0].pointer", equalTo("/scale"))
                .body("errors[0].suggestion", containsString("zscore"));
    }

    @Test
    void unknownMethodNetworkAndAdditionAreRefusedAtTheirPlacesTogether() {
        String body = "{\"scale\":\"contrast\",\"method\":\"vipre\",\"networks\":[\"progeny\",\"dorothea\"],"
                + "\"include\":[\"programs\",null],\"genes\":{\"STAT3\":1}}";
        refused("/v1/pathway-activities", body, 400)
                .body("errors.pointer", contains("/method", "/networks/1", "/include/0", "/include/1"))
                .body("errors[0].suggestion", equalTo("viper"))
                .body("errors[1].suggestion", equalTo("collectri, progeny"))
                .body("errors[2].suggestion", equalTo("programmes"));
    }

    @Test
    void anEmptyListOfNetworksIsRefused() {
        refused("/v1/pathway-activities", "{\"scale\":\"log2\",\"networks\":[],\"genes\":{\"STAT3\":1}}", 400)
                .body("errors[0].pointer", equalTo("/networks"));
    }

    @Test
    void noGenesIsRefused() {
        refused("/v1/pathway-activities", "{\"scale\":\"log2\",\"genes\":{}}", 400)
                .body("errors[0].pointer", equalTo("/genes"));
    }

    @Test
    void anUnknownFieldIsRefused() {
        refused("/v1/pathway-activities", "{\"scale\":\"log2\",\"gene\":{\"STAT3\":1}}", 400)
                .body("errors[0].pointer", equalTo("/gene"));
    }

    @Test
    void aConstantProfileIsRefused() {
        StringBuilder genes = new StringBuilder();
        for (String gene : "DUSP6 SPRY2 SPRY4 ETV4 ETV5 PHLDA1 DUSP4 EPHA2 EPHA4 IER3 SPRED1 SPRED2 CCND1".split(" ")) {
            genes.append(genes.isEmpty() ? "" : ",").append('"').append(gene).append("\":1.5");
        }
        refused("/v1/pathway-activities", "{\"scale\":\"contrast\",\"minsize\":1,\"genes\":{" + genes + "}}", 422)
                .body("errors[0].pointer", equalTo("/genes"));
    }

    @Test
    void mlmOfMoreSourcesThanGenesIsRefusedWithWhatWouldDo() throws IOException {
        String body = Examples.request("activities-contrast-request.json").replace("\"ulm\"", "\"mlm\"");
        refused("/v1/pathway-activities", body.replaceFirst("\"minsize\": *5", "\"minsize\":1"), 422)
                .body("errors[0].pointer", equalTo("/genes"))
                .body("detail", containsString("use ulm, or a larger minsize"));
    }

    @Test
    void misspeltGenesAreRefusedWithCloseNames() {
        refused("/v1/pathway-activities", "{\"scale\":\"log2\",\"genes\":{\"STAT33\":1,\"GPX44\":2}}", 422)
                .body("errors[0].suggestion", containsString("STAT3"));
    }

    @Test
    void aBrokenSmilesAnUnknownTissueAndThreeDrugsAreRefusedAtTheirPlaces() {
        String body =
                "{\"scale\":\"contrast\",\"oncotreeTissue\":\"%s\",\"candidates\":[{\"id\":\"a\",\"drugs\":[%s]}]}";
        refused("/v1/predictions", body.formatted("Lungs", "{\"id\":\"x\"}"), 400)
                .body("errors[0].pointer", equalTo("/oncotreeTissue"))
                .body("errors[0].suggestion", containsString("Lung"));
        refused("/v1/predictions", body.formatted("Lung", "{\"id\":\"x\",\"smiles\":\"C1CC\"}"), 400)
                .body("errors[0].pointer", equalTo("/candidates/0/drugs/0/smiles"));
        refused("/v1/predictions", body.formatted("Lung", "{\"id\":\"x\"},{\"id\":\"y\"},{\"id\":\"z\"}"), 400)
                .body("errors[0].pointer", equalTo("/candidates/0/drugs"));
        refused("/v1/predictions", body.formatted("Lung", "null"), 400)
                .body("errors[0].pointer", startsWith("/candidates/0/drugs"));
    }

    @Test
    void moreCandidatesThanTheLimitAndABodyBeyondItAreTooLarge() throws IOException {
        String one = "{\"id\":\"a\",\"drugs\":[{\"id\":\"x\"}]}";
        String most = String.join(",", java.util.Collections.nCopies(10_000, one));
        String body = "{\"scale\":\"contrast\",\"candidates\":[%s]}";
        given().contentType(ContentType.JSON)
                .body(body.formatted(most))
                .post("/v1/predictions")
                .then()
                .statusCode(200);
        refused("/v1/predictions", body.formatted(most + "," + one), 413)
                .body("errors[0].pointer", equalTo("/candidates"))
                .body("detail", containsString("at most 10000"));
        assertTrue(statusOfBody(17 << 20).startsWith("HTTP/1.1 413 "), "a body of 17 MB is announced");
    }

    /** The answer to the announcement of a body that is never sent. */
    private static String statusOfBody(int bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            String head =
                    "POST /v1/predictions HTTP/1.1\r\nHost: model\r\nContent-Type: application/json\r\nContent-Length: "
                            + bytes + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void latencyAndCandidatesAreMeasuredByBundleAndOutcome() throws IOException {
        answerEquals("/v1/predictions", "predictions-contrast");
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("fenton_model_predictions_seconds_bucket{bundle=\"zip-1\",outcome=\"answered\""))
                .body(containsString("fenton_model_candidates_total{bundle=\"zip-1\",outcome=\"answered\""));
    }

    @Test
    void withoutAStateFolderNothingIsPromoted() {
        given().get("/v1/promotions").then().statusCode(200).body("writable", equalTo(false));
        String body = "{\"role\":\"shadow\",\"bundle\":\"zip-1\",\"reason\":\"r\",\"by\":\"b\"}";
        refused("/v1/promotions", body, 409);
    }

    @Test
    void missingKnowledgeAbstainsOrIsSaid() {
        String body =
                "{\"scale\":\"contrast\",\"candidates\":[{\"id\":\"one\",\"drugs\":[{\"id\":\"x\",\"smiles\":\"CCO\"}]},"
                        + "{\"id\":\"two\",\"drugs\":[{\"id\":\"x\"},{\"id\":\"y\"}]}]}";
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/predictions")
                .then()
                .statusCode(200)
                .body("predictions[0].reason", equalTo("SINGLE_AGENT"))
                .body("predictions[0].probability", nullValue())
                .body("predictions[1].abstained", equalTo(true))
                .body("predictions[1].reason", equalTo("STRUCTURE_UNKNOWN"));
    }

    @Test
    void readyWithTheBundleNamed() {
        given().get("/q/health/ready").then().statusCode(200).body("checks[0].data.bundle", startsWith("sha256:"));
        given().get("/service-info").then().statusCode(200).body("name", equalTo("model"));
    }

    private static void answerEquals(String address, String example) throws IOException {
        String answer = given().contentType(ContentType.JSON)
                .body(Examples.request(example + "-request.json"))
                .post(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Examples.assertEqualsFile("examples/" + example + "-response.json", answer);
    }

    private static ValidatableResponse refused(String address, String body, int status) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(address)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }
}
