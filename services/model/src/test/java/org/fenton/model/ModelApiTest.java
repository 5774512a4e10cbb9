package org.fenton.model;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
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
    void pairPredictionsOfAContrastEqualTheExample() throws IOException {
        answerEquals("/v1/pair-predictions", "pair-predictions-contrast");
    }

    @Test
    void pairsInColumnsHaveTheNumbersOfTheSamePairsOneByOne() throws IOException {
        JsonNode oneByOne = answer("/v1/predictions", "predictions-contrast").path("predictions");
        JsonNode columns = answer("/v1/pair-predictions", "pair-predictions-contrast");
        JsonNode asked = new ObjectMapper().readTree(Examples.request("pair-predictions-contrast-request.json"));
        int answered = 0;
        for (int p = 0; p < asked.path("pairs").size(); p++) {
            String id = id(asked, p, 0) + "+" + id(asked, p, 1);
            JsonNode row = StreamSupport.stream(oneByOne.spliterator(), false)
                    .filter(each -> each.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(id));
            JsonNode remark =
                    columns.path("remarks").path(columns.path("remark").path(p).asInt());
            assertEquals(row.path("abstained"), remark.path("abstained"), id);
            assertEquals(row.path("notes"), remark.path("notes"), id);
            assertEquals(row.path("explanation"), remark.path("explanation"), id);
            if (!row.path("abstained").asBoolean()) {
                for (String column : List.of("probability", "lower", "upper")) {
                    assertEquals(row.path(column), columns.path(column).path(answered), id + " " + column);
                }
                answered++;
            }
        }
        assertTrue(answered > 0 && answered == columns.path("probability").size());
    }

    private static String id(JsonNode asked, int pair, int side) {
        int drug = asked.path("pairs").path(pair).path(side).asInt();
        return asked.path("drugs").path(drug).path("id").asText();
    }

    private static JsonNode answer(String address, String example) throws IOException {
        return new ObjectMapper()
                .readTree(given().contentType(ContentType.JSON)
                        .body(Examples.request(example + "-request.json"))
                        .post(address)
                        .asString());
    }

    @Test
    void pairsOfDrugsThatAreNotThereAreRefusedAtTheirPlace() {
        String body = "{\"scale\":\"contrast\",\"drugs\":[{\"id\":\"x\"},{\"id\":\"y\"}],\"pairs\":%s}";
        for (String pairs :
                List.of("[[0,1],[0,2]]", "[[0,1],[-1,0]]", "[[0,1],[1]]", "[[0,1],[0,1,1]]", "[[0,1],null]")) {
            refused("/v1/pair-predictions", body.formatted(pairs), 400)
                    .body("errors[0].pointer", equalTo("/pairs/1"))
                    .body("errors[0].detail", containsString("0 to 1"));
        }
        refused("/v1/pair-predictions", body.formatted("[]"), 400);
        refused("/v1/pair-predictions", body.formatted("[[0,\"a\"]]"), 400);
        String many = "[" + "[0,1],".repeat(10_000) + "[0,1]]";
        refused("/v1/pair-predictions", body.formatted(many), 413).body("errors[0].pointer", equalTo("/pairs"));
    }

    @Test
    void aProfileIsAnsweredWithoutCoverageAndWithTheGenesThatAreWanted() throws IOException {
        JsonNode whole = answer("/v1/pathway-activities", "activities-log2");
        ObjectNode request = (ObjectNode) new ObjectMapper().readTree(Examples.request("activities-log2-request.json"));
        request.put("coverage", false).putArray("answerGenes").add("STAT3").add("NO-SUCH-GENE");
        JsonNode brief = new ObjectMapper()
                .readTree(given().contentType(ContentType.JSON)
                        .body(request.toString())
                        .post("/v1/pathway-activities")
                        .asString());
        assertTrue(brief.path("coverage").isMissingNode());
        assertEquals(whole.path("activities"), brief.path("activities"));
        assertEquals(whole.path("genesMean"), brief.path("genesMean"));
        assertEquals(1, brief.path("genes").size());
        assertEquals(whole.path("genes").path("STAT3"), brief.path("genes").path("STAT3"));
        double sum = 0;
        for (JsonNode value : whole.path("genes")) {
            sum += value.asDouble();
        }
        assertEquals(sum / whole.path("genes").size(), whole.path("genesMean").asDouble());
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
                .body("evaluation.protocol", equalTo("zip-leave-drug"))
                .body("reliability.model.size()", equalTo(10))
                .body("tissues.Lung.keySet()", hasItems("rows", "coverage", "abstained"));
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
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'model-bundle' }.data.bundle", startsWith("sha256:"));
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
