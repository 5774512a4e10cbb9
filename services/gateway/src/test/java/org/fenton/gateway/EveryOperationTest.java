package org.fenton.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenton.gateway.runs.RescoringRunsTest;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the description has an example that was executed; {@code -Dgolden.update=true} writes the examples
 * anew. An answer is shown by the names of its members: the answers themselves are held by the tests of each operation.
 */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(value = RescoringRunsTest.Runs.class, restrictToAnnotatedClass = true)
@TestProfile(DecisionChainTest.WithErasure.class)
class EveryOperationTest {
    private static final Path GOLDEN = Path.of("../../docs/api/gateway/examples/operations.json");
    private static final String JSON = "application/json";
    private static final String CASE = """
            {"format":"fenton-case/1","oncotree":"HCC",
             "reported":{"scale":"contrast","activities":[{"network":"collectri","source":"STAT3","score":%s}]}}
            """;

    private final Map<String, JsonNode> executed = new TreeMap<>();
    private JsonNode description;

    /** The operation with its path's names filled in from {@code values}; what is no name of the path is a query. */
    private Response execute(String operation, Map<String, String> values, String type, String body) {
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().path("operationId").asText().equals(operation)) {
                    return execute(new Place(operation, method.getKey(), path.getKey()), values, type, body);
                }
            }
        }
        throw new AssertionError("the description has no operation " + operation);
    }

    private record Place(String operation, String method, String path) {}

    private Response execute(Place place, Map<String, String> values, String type, String body) {
        ObjectNode example = TestFiles.MAPPER.createObjectNode();
        example.put("operationId", place.operation).put("method", place.method.toUpperCase(Locale.ROOT));
        example.put("path", place.path);
        RequestSpecification request =
                given().urlEncodingEnabled(false).redirects().follow(false);
        new TreeMap<>(values).forEach((name, value) -> {
            if (place.path.contains("{" + name + "}")) {
                request.pathParam(name, value);
            } else {
                request.queryParam(name, value);
                example.withObject("/query").put(name, value);
            }
        });
        if (!type.isEmpty()) {
            request.contentType(type).body(body);
            example.put("contentType", type).set("body", json(body));
        }
        Response response = request.request(place.method.toUpperCase(Locale.ROOT), place.path);
        assertTrue(response.statusCode() < 400, place.operation + ": " + response.asString());
        example.put("status", response.statusCode());
        if (response.asByteArray().length > 0) {
            example.put("answers", response.contentType());
            ArrayNode members = example.putArray("members");
            json(response.asString()).fieldNames().forEachRemaining(members::add);
        }
        executed.put(place.operation, example);
        return response;
    }

    private static JsonNode json(String text) {
        try {
            return TestFiles.MAPPER.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Response get(String operation, Map<String, String> values) {
        return execute(operation, values, "", "");
    }

    private static String id(Response answer) {
        String path = URI.create(answer.header("Location")).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void everyOperationHasAnExampleThatWasExecuted() throws IOException {
        description = json(given().accept(JSON).get("/q/openapi?format=json").asString());
        clinical();
        rankings();
        assertEquals(new TreeSet<>(described()), executed.keySet());
        compare();
    }

    private void clinical() {
        Map<String, String> candidates = Map.of("id", "fenton-candidates");
        get("cdsServices", Map.of());
        Response cards = execute(
                "cdsService",
                candidates,
                JSON,
                TestFiles.read("cds/patient-view.json").toString());
        ObjectNode feedback = TestFiles.MAPPER.createObjectNode();
        feedback.putArray("feedback")
                .addObject()
                .put("card", cards.<String>path("cards[0].uuid"))
                .put("outcome", "accepted")
                .put("outcomeTimestamp", "2026-11-23T10:00:00Z")
                .putArray("acceptedSuggestions")
                .addObject()
                .put("id", cards.<String>path("cards[0].suggestions[0].uuid"));
        execute("cdsFeedback", candidates, JSON, feedback.toString());
        get("fhirMetadata", Map.of());
        get("fhirOperationDefinition", Map.of());
        execute(
                "fhirRankCombinations",
                Map.of(),
                "application/fhir+json",
                TestFiles.read("fhir/case-bundle.json").toString());
        execute(
                "rankPhenopacket",
                Map.of("top", "3"),
                JSON,
                TestFiles.read("phenopacket/packet.json").toString());
        get("getServiceInfo", Map.of());
    }

    private void rankings() {
        Response ranked = execute("rank", Map.of("top", "5"), JSON, CASE.formatted("2.75"));
        Map<String, String> record = Map.of("id", id(ranked));
        get("ranking", record);
        get("explainCandidate", Map.of("id", id(ranked), "combination", "ruxolitinib+sorafenib"));
        get("compareCandidates", Map.of("id", id(ranked), "a", "ruxolitinib", "b", "sorafenib"));
        execute(
                "whatIf",
                record,
                JSON,
                "{\"activities\":[{\"network\":\"collectri\",\"source\":\"STAT3\",\"score\":-1}]}");
        execute("replay", record, "", "");
        get("verifyDecisions", Map.of());
        get("rescoringRuns", Map.of());
        get("rescoringRun", Map.of("id", "november"));
        Response accepted = given().contentType(JSON)
                .header("Prefer", "respond-async")
                .body(CASE.formatted("2.875"))
                .post("/v1/rankings");
        assertEquals(202, accepted.statusCode());
        get("deferred", Map.of("id", id(accepted)));
        execute("eraseRanking", record, "", "");
    }

    private TreeSet<String> described() {
        TreeSet<String> operations = new TreeSet<>();
        description
                .path("paths")
                .forEach(path -> path.forEach(method -> {
                    if (method.has("responses")) {
                        operations.add(method.path("operationId").asText("an operation without a name"));
                    }
                }));
        return operations;
    }

    private void compare() throws IOException {
        ((ObjectNode) executed.get("cdsFeedback").at("/body/feedback/0")).put("card", "the card's uuid");
        ((ObjectNode) executed.get("cdsFeedback").at("/body/feedback/0/acceptedSuggestions/0"))
                .put("id", "the suggestion's uuid");
        // it may be running still or done already
        ObjectNode deferred = (ObjectNode) executed.get("deferred");
        deferred.remove(List.of("status", "answers", "members"));
        ArrayNode examples = TestFiles.MAPPER.createArrayNode();
        executed.values().forEach(examples::add);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(
                    GOLDEN,
                    TestFiles.MAPPER
                                    .copy()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(examples) + "\n");
        }
        assertEquals(TestFiles.MAPPER.readTree(GOLDEN.toFile()), examples);
    }
}
