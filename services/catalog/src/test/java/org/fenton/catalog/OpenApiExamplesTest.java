package org.fenton.catalog;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Executes every example of the API's description; what changes something is executed in the order of a curator's day. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class OpenApiExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The steps of curation and the status each must answer; the ids are those that the steps before answered. */
    private static final Map<String, Integer> CURATION = new LinkedHashMap<>();

    static {
        CURATION.put("reportWrongFact", 201);
        CURATION.put("getReport", 200);
        CURATION.put("dismissReport", 200);
        CURATION.put("propose", 201);
        CURATION.put("getProposal", 200);
        CURATION.put("commentProposal", 200);
        CURATION.put("reviewProposal", 200);
        CURATION.put("reviseProposal", 200);
        // Asked for changes and revised, it is not approved: publishing it must be refused.
        CURATION.put("publishProposal", 409);
        CURATION.put("withdrawProposal", 200);
    }

    /** What a run of scores is asked for: it must be written first, and its id is of its content. */
    private static final Set<String> SCORES = Set.of("writeScores", "getScoreRun", "listScores");

    private record Call(String method, String path, JsonNode operation) {}

    @Test
    void everyReadIsExecutedByItsExample() throws IOException {
        int executed = 0;
        for (var call : calls().entrySet()) {
            JsonNode operation = call.getValue().operation();
            if (!call.getValue().method().equals("get")
                    || CURATION.containsKey(call.getKey())
                    || SCORES.contains(call.getKey())) {
                continue;
            }
            Response answer = request(operation, Map.of()).get(call.getValue().path());
            assertEquals(200, answer.statusCode(), call.getKey() + " " + answer.asString());
            assertTrue(operation.path("responses").has("200"), call.getKey());
            executed++;
        }
        assertTrue(executed > 30, executed + " reads");
    }

    @Test
    void everyStepOfCurationIsExecutedByItsExample() throws IOException {
        Map<String, Call> calls = calls();
        String report = null;
        String proposal = null;
        for (var step : CURATION.entrySet()) {
            Call call = calls.get(step.getKey());
            String id = call.path().startsWith("/v1/reports") ? report : proposal;
            Map<String, String> now = new TreeMap<>();
            if (id != null) {
                now.put("id", id);
                now.put("If-Match", get(call.path().replaceAll("\\{id}.*", id)).header("ETag"));
            }
            RequestSpecification request = request(call.operation(), now);
            Response answer = request.request(call.method().toUpperCase(java.util.Locale.ROOT), call.path());
            assertEquals(step.getValue(), answer.statusCode(), step.getKey() + " " + answer.asString());
            if (step.getKey().equals("reportWrongFact")) {
                report = answer.path("id");
            } else if (step.getKey().equals("propose")) {
                proposal = answer.path("id");
            }
        }
    }

    @Test
    void aFileOfEachFormatIsCheckedByItsExample() throws IOException {
        Call call = calls().get("importRows");
        var types = ((ObjectNode) call.operation().at("/requestBody/content")).properties();
        assertEquals(3, types.size());
        for (var type : types) {
            Response answer = request(call.operation(), Map.of())
                    .contentType(type.getKey())
                    .body(type.getValue().path("example").asText().getBytes(StandardCharsets.UTF_8))
                    .post(call.path());
            assertEquals(200, answer.statusCode(), type.getKey() + " " + answer.asString());
            assertEquals(1, answer.<Integer>path("added"), type.getKey());
            assertEquals(true, answer.path("dryRun"), "an example writes nothing");
        }
    }

    @Test
    void aPublicationIsExecutedByItsExample() throws IOException {
        Call call = calls().get("publishRelease");
        Response answer = request(call.operation(), Map.of()).post(call.path());
        assertEquals(200, answer.statusCode(), "the facts are published already: " + answer.asString());
    }

    @Test
    void theScoresOfARunAreWrittenAndReadByTheirExamples() throws IOException {
        Map<String, Call> calls = calls();
        String body = calls.get("writeScores")
                .operation()
                .at("/requestBody/content/application~1json/example")
                .toString()
                .replace("sha256:" + "0".repeat(64), get("/v1/releases/current").path("id"));
        Response written = given().contentType("application/json").body(body).post("/v1/scores");
        assertEquals(200, written.statusCode(), written.asString());
        assertEquals(true, written.path("complete"), written.asString());
        Map<String, String> now = Map.of("id", written.path("run"), "run", written.path("run"));
        for (String read : List.of("getScoreRun", "listScores")) {
            Call call = calls.get(read);
            Response answer = request(call.operation(), now).get(call.path());
            assertEquals(200, answer.statusCode(), read + " " + answer.asString());
        }
    }

    /** An operation that nobody executes would be an example that nobody checks. */
    @Test
    void everyOperationIsExecuted() throws IOException {
        Set<String> others = new TreeSet<>(CURATION.keySet());
        others.addAll(Set.of("importRows", "publishRelease", "writeScores"));
        for (var call : calls().entrySet()) {
            assertTrue(call.getValue().method().equals("get") || others.contains(call.getKey()), call.getKey());
        }
    }

    @Test
    void whatMustBeGivenHasAnExample() throws IOException {
        for (var call : calls().entrySet()) {
            for (JsonNode parameter : call.getValue().operation().path("parameters")) {
                assertTrue(
                        !parameter.path("required").asBoolean() || parameter.has("example"),
                        call.getKey() + " " + parameter.path("name").asText());
            }
        }
    }

    @Test
    void theDescriptionIsOpenApi31() throws IOException {
        assertTrue(description().path("openapi").asText().startsWith("3.1"));
    }

    /** With the example's values, but those that {@code now} gives. */
    private static RequestSpecification request(JsonNode operation, Map<String, String> now) {
        RequestSpecification request = given();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            if (!parameter.has("example")) {
                continue;
            }
            String value = now.getOrDefault(name, parameter.path("example").asText());
            switch (parameter.path("in").asText()) {
                case "path" -> request.pathParam(name, value);
                case "query" -> request.queryParam(name, value);
                default -> request.header(name, value);
            }
        }
        JsonNode body = operation.path("requestBody").path("content").path("application/json");
        if (body.has("example")) {
            request.contentType("application/json").body(body.get("example").toString());
        }
        return request;
    }

    private static Map<String, Call> calls() throws IOException {
        Map<String, Call> calls = new TreeMap<>();
        for (var path : ((ObjectNode) description().path("paths")).properties()) {
            for (String method : Set.of("get", "post", "put", "delete")) {
                JsonNode operation = path.getValue().path(method);
                if (!operation.isMissingNode()) {
                    calls.put(operation.path("operationId").asText(), new Call(method, path.getKey(), operation));
                }
            }
        }
        assertTrue(
                calls.keySet().containsAll(List.copyOf(CURATION.keySet())),
                calls.keySet().toString());
        return calls;
    }

    private static JsonNode description() throws IOException {
        return JSON.readTree(get("/q/openapi?format=json").asString());
    }
}
