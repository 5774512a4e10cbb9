package org.fenton.gateway.fhir;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fenton.gateway.Neighbours;
import org.fenton.gateway.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class FhirRankingTest {
    private static final String BUNDLE = "fhir/case-bundle.json";
    private static final String OPERATION = "/fhir/$rank-combinations";
    private static final Path GOLDEN = Path.of("../../docs/api/gateway/examples/fhir-ranking-bundle.json");

    @Inject
    DataSource database;

    private static Response rank(String body) {
        return given().urlEncodingEnabled(false)
                .contentType("application/fhir+json")
                .body(body)
                .post(OPERATION);
    }

    private static JsonNode ranked(String body) throws IOException {
        Response response = rank(body);
        assertEquals(200, response.statusCode(), response.asString());
        return TestFiles.MAPPER.readTree(response.asByteArray());
    }

    private static List<JsonNode> observations(JsonNode bundle) {
        return bundle.findParents("resourceType").stream()
                .filter(node -> node.path("resourceType").asText().equals("Observation"))
                .toList();
    }

    private static JsonNode component(JsonNode observation, String code) {
        for (JsonNode component : observation.path("component")) {
            if (component.at("/code/coding/0/code").asText().equals(code)) {
                return component;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    @Test
    void theAnswerIsValidR4AndSurvivesARoundTripThroughStrictStructures() throws IOException {
        String answer = rank(TestFiles.read(BUNDLE).toString()).asString();
        assertEquals(List.of(), FhirValidation.errors(answer));
        assertEquals(TestFiles.MAPPER.readTree(answer), TestFiles.MAPPER.readTree(FhirValidation.roundTrip(answer)));
    }

    @Test
    void theValidatorRefusesWhatIsNoFhir() throws IOException {
        JsonNode answer = ranked(TestFiles.read(BUNDLE).toString());
        ((ObjectNode) observations(answer).get(0)).put("status", "perhaps");
        assertFalse(FhirValidation.errors(answer.toString()).isEmpty());
    }

    @Test
    void theAnswerIsTheCommittedBundle() throws IOException {
        JsonNode answer = ranked(TestFiles.read(BUNDLE).toString());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(
                    GOLDEN,
                    TestFiles.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n",
                    StandardCharsets.UTF_8);
        }
        assertEquals(TestFiles.MAPPER.readTree(GOLDEN.toFile()), answer);
    }

    @Test
    void theBundleIsTheSameCaseAsTheOneWrittenByHandAndHasItsNumbers() throws IOException {
        JsonNode bundle = ranked(TestFiles.read(BUNDLE).toString());
        JsonNode ranking = TestFiles.MAPPER.readTree(given().contentType("application/json")
                .body(TestFiles.read("fhir/same-case.json").toString())
                .post("/v1/rankings")
                .asByteArray());
        Map<String, JsonNode> byCombination = new HashMap<>();
        for (String list : new String[] {"candidates", "conflicted", "expectedHarm"}) {
            ranking.get(list)
                    .forEach(candidate ->
                            byCombination.put(candidate.get("combination").asText(), candidate));
        }
        List<JsonNode> observations = observations(bundle);
        assertEquals(byCombination.size(), observations.size());
        assertFalse(observations.isEmpty());
        for (JsonNode observation : observations) {
            String[] identifier = observation.at("/identifier/0/value").asText().split("/");
            JsonNode candidate = byCombination.get(identifier[1]);
            assertEquals(bundle.at("/identifier/value").asText(), identifier[0]);
            assertEquals(
                    candidate.get("score").decimalValue(),
                    component(observation, "score").at("/valueQuantity/value").decimalValue());
            assertEquals(
                    candidate.get("lower").decimalValue(),
                    component(observation, "interval")
                            .at("/valueRange/low/value")
                            .decimalValue());
            assertEquals(
                    candidate.get("upper").decimalValue(),
                    component(observation, "interval")
                            .at("/valueRange/high/value")
                            .decimalValue());
            assertEquals(
                    candidate.get("rank").intValue(),
                    component(observation, "rank").get("valueInteger").intValue());
            double sum = 0;
            for (JsonNode part : observation.get("component")) {
                if (part.at("/code/coding/0/system").asText().equals("urn:fenton:cs:term")) {
                    sum += part.at("/valueQuantity/value").doubleValue();
                }
            }
            assertEquals(candidate.get("score").doubleValue(), sum, 0, "terms add up to the score");
        }
    }

    @Test
    void aCombinationHasAComponentForEachDrugAndNamesItsEvidenceContextAndSources() throws IOException {
        JsonNode pair = observations(ranked(TestFiles.read(BUNDLE).toString())).stream()
                .filter(observation ->
                        observation.at("/identifier/0/value").asText().contains("+"))
                .findFirst()
                .orElseThrow();
        long assessed = Stream.iterate(0, i -> i + 1)
                .limit(pair.get("component").size())
                .filter(i -> pair.at("/component/" + i + "/code/coding/0/code")
                        .asText()
                        .equals("51963-7"))
                .count();
        assertEquals(2, assessed);
        assertEquals(
                "http://loinc.org",
                component(pair, "93044-6").at("/code/coding/0/system").asText());
        assertEquals(
                "HCC",
                component(pair, "81259-4")
                        .at("/valueCodeableConcept/coding/0/code")
                        .asText());
        assertEquals(3, pair.get("derivedFrom").size(), "two activities and a gene");
        assertEquals("preliminary", pair.get("status").asText());
        assertEquals("Patient/p1", pair.at("/subject/reference").asText());
    }

    @Test
    void theOnlyThingProposedIsThatABoardLooksAtIt() throws IOException {
        JsonNode bundle = ranked(TestFiles.read(BUNDLE).toString());
        List<String> types = bundle.findValuesAsText("resourceType");
        assertEquals(1, types.stream().filter("Task"::equals).count());
        assertEquals(List.of("proposal"), bundle.findValuesAsText("intent"));
        assertTrue(types.stream().noneMatch(type -> type.endsWith("Request")));
    }

    @Test
    void whatWasNotUsedIsSaidWithItsExpression() throws IOException {
        JsonNode issues = ranked(TestFiles.read(BUNDLE).toString()).at("/entry/0/resource/issue");
        assertTrue(issues.findValuesAsText("text").stream().anyMatch(text -> text.contains("omeprazole")));
        assertTrue(
                Stream.iterate(0, i -> i + 1).limit(issues.size()).anyMatch(i -> issues.at("/" + i + "/expression/0")
                        .asText()
                        .equals("Bundle.entry[8].resource.code")),
                issues.toString());
    }

    @Test
    void parametersSayHowManyToShow() throws IOException {
        ObjectNode parameters = TestFiles.MAPPER.createObjectNode().put("resourceType", "Parameters");
        ArrayNode list = parameters.putArray("parameter");
        list.addObject().put("name", "case").set("resource", TestFiles.read(BUNDLE));
        list.addObject().put("name", "top").put("valueInteger", 1);
        JsonNode answer = ranked(parameters.toString());
        Map<String, Integer> perList = new HashMap<>();
        observations(answer)
                .forEach(observation -> perList.merge(
                        component(observation, "outlook")
                                        .at("/valueCodeableConcept/coding/0/code")
                                        .asText()
                                + component(observation, "93044-6")
                                        .at("/valueCodeableConcept/coding/0/code")
                                        .asText(),
                        1,
                        Integer::sum));
        assertTrue(perList.values().stream().allMatch(count -> count == 1), perList.toString());
        ((ObjectNode) list.get(1)).put("valueInteger", 0);
        rank(parameters.toString())
                .then()
                .statusCode(400)
                .body("issue[0].expression[0]", equalTo("Parameters.parameter[1].value"));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("unknown OncoTree code", "Bundle.entry[1].resource.code.coding[0].code", "HCC", r -> coding(
                                r, 1)
                        .put("code", "HHC")),
                refused("no tumour", "Bundle", "OncoTree", r -> coding(r, 1).put("system", "http://snomed.info/sct")),
                refused("other unit", "Bundle.entry[6].resource.value.code", "10*9/L", r -> quantity(r, 6)
                        .put("code", "mg/dL")),
                refused("no UCUM", "Bundle.entry[6].resource.value", "UCUM", r -> quantity(r, 6)
                        .remove("system")),
                refused("a bound", "Bundle.entry[6].resource.value", "bound", r -> quantity(r, 6)
                        .put("comparator", "<")),
                refused("text as number", "Bundle.entry[6].resource.value", "number", r -> quantity(r, 6)
                        .put("value", "180")),
                refused("no upper limit", "Bundle.entry[7].resource.value.code", "upper limit", r -> resource(r, 7)
                        .remove("referenceRange")),
                refused("no scale", "Bundle.entry[2].resource.method", "urn:fenton:cs:scale", r -> resource(r, 2)
                        .remove("method")),
                refused("unknown scale", "Bundle.entry[2].resource.method", "zscore", r -> {
                    for (int i : new int[] {2, 3, 4}) {
                        ((ObjectNode) resource(r, i).at("/method/coding/0")).put("code", "log10");
                    }
                }),
                refused("two scales", "Bundle.entry[2].resource.method", "several scales", r -> ((ObjectNode)
                                resource(r, 3).at("/method/coding/0"))
                        .put("code", "zscore")),
                refused("no such network", "Bundle.entry[2].resource.code", "collectri or progeny", r -> coding(r, 2)
                        .put("code", "reactome/STAT3")),
                refused("medicine without name", "Bundle.entry[9].resource.medication", "no name", r -> resource(r, 9)
                        .putObject("medicationCodeableConcept")),
                refused("two tumours", "Bundle.entry[10].resource.code.coding[0]", "more than one tumour", r -> {
                    ObjectNode second = resource(r, 1).deepCopy();
                    ((ObjectNode) second.at("/code/coding/0")).put("code", "LUAD");
                    ((ArrayNode) r.get("entry")).addObject().set("resource", second);
                }),
                refused("two values", "Bundle.entry[10].resource", "later", r -> ((ArrayNode) r.get("entry"))
                        .addObject()
                        .set("resource", resource(r, 6).deepCopy())));
    }

    private static Arguments refused(String name, String expression, String text, Consumer<ObjectNode> change) {
        return Arguments.of(name, expression, text, change);
    }

    private static ObjectNode resource(JsonNode bundle, int entry) {
        return (ObjectNode) bundle.at("/entry/" + entry + "/resource");
    }

    private static ObjectNode coding(JsonNode bundle, int entry) {
        return (ObjectNode) resource(bundle, entry).at("/code/coding/0");
    }

    private static ObjectNode quantity(JsonNode bundle, int entry) {
        return (ObjectNode) resource(bundle, entry).get("valueQuantity");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeReadIsAnOutcomeWithItsExpression(
            String name, String expression, String text, Consumer<ObjectNode> change) {
        Response response = rank(TestFiles.with(BUNDLE, change));
        response.then()
                .statusCode(400)
                .contentType("application/fhir+json")
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].severity", equalTo("error"))
                .body("issue[0].expression[0]", equalTo(expression))
                .body("issue[0].details.text", containsString(text));
        assertEquals(List.of(), FhirValidation.errors(response.asString()));
    }

    @Test
    void aDrugThatFailedIsLeftOutForThatReason() throws IOException {
        JsonNode answer = ranked(TestFiles.with(BUNDLE, bundle -> {
            ObjectNode failed = resource(bundle, 9);
            failed.put("status", "stopped");
            failed.withObject("/medicationCodeableConcept").put("text", "Sorafenib 200 MG Oral Tablet");
            failed.withArray("/statusReason")
                    .addObject()
                    .putArray("coding")
                    .add(Fhir.coding("urn:fenton:cs:therapy-outcome", "resistance"));
        }));
        assertTrue(answer.at("/entry/0/resource/issue").findValuesAsText("text").stream()
                .anyMatch(text -> text.startsWith("FAILED_DRUG") && text.contains("sorafenib")));
        assertTrue(observations(answer).stream().allMatch(observation -> component(observation, "81259-4")
                .at("/valueCodeableConcept/text")
                .asText()
                .endsWith("no longer responding to Sorafenib")));
    }

    @Test
    void ofTwoLabsTheLaterCounts() throws IOException {
        JsonNode answer = ranked(TestFiles.with(BUNDLE, bundle -> {
            ObjectNode later = resource(bundle, 6).deepCopy();
            later.put("effectiveDateTime", "2026-10-05T08:00:00+02:00");
            ((ObjectNode) later.get("valueQuantity")).put("value", 40);
            ((ArrayNode) bundle.get("entry")).addObject().set("resource", later);
        }));
        assertTrue(answer.at("/entry/0/resource/issue").findValuesAsText("text").stream()
                .anyMatch(text -> text.startsWith("SAFETY_STOP T01")));
    }

    @Test
    void noIdentityIsKept() throws SQLException, IOException {
        ranked(TestFiles.read(BUNDLE).toString());
        try (var connection = database.getConnection();
                var tables = connection.getMetaData().getTables(null, "gateway", "%", new String[] {"TABLE"})) {
            int seen = 0;
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select count(*), count(*) filter (where row_to_json(t)::text"
                                + " ~* 'mustermann|ehr.example') from gateway." + table + " t")) {
                    rows.next();
                    assertEquals(0, rows.getInt(2), table);
                    seen += rows.getInt(1);
                }
            }
            assertTrue(seen > 0, "there are rows to look at");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fhir/metadata", "/fhir/OperationDefinition/rank-combinations"})
    void whatTheServerSaysOfItselfIsValid(String path) {
        Response response = given().get(path);
        response.then().statusCode(200).contentType("application/fhir+json");
        assertEquals(List.of(), FhirValidation.errors(response.asString()));
    }

    @Test
    void theCapabilityNamesTheOperationThatIsDefined() {
        String definition = given().get("/fhir/metadata").path("rest[0].operation[0].definition");
        given().get("/fhir/OperationDefinition/rank-combinations").then().body("url", equalTo(definition));
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of("POST", OPERATION, "application/fhir+json", "{", 400),
                Arguments.of("POST", OPERATION, "application/fhir+json", "", 400),
                Arguments.of("POST", OPERATION, "application/fhir+json", "[]", 400),
                Arguments.of("POST", OPERATION, "application/fhir+json", "{\"resourceType\":\"Patient\"}", 400),
                Arguments.of(
                        "POST",
                        OPERATION,
                        "application/fhir+json",
                        "{\"resourceType\":\"Bundle\",\"resourceType\":\"Bundle\"}",
                        400),
                Arguments.of("POST", OPERATION, "application/fhir+json", "[".repeat(10_000), 400),
                Arguments.of("POST", OPERATION, "application/fhir+xml", "<Bundle/>", 415),
                Arguments.of("DELETE", OPERATION, "application/fhir+json", "", 405),
                Arguments.of("GET", "/fhir/Patient/1", "application/fhir+json", "", 404));
    }

    @ParameterizedTest(name = "{0} {1} {2} -> {4}")
    @MethodSource("statuses")
    void everyFailureUnderFhirIsAnOutcome(String method, String path, String type, String body, int status) {
        var request = given().urlEncodingEnabled(false).contentType(type);
        Response response = (body.isEmpty() ? request : request.body(body)).request(method, path);
        response.then()
                .statusCode(status)
                .contentType("application/fhir+json")
                .body("resourceType", equalTo("OperationOutcome"));
        assertEquals(List.of(), FhirValidation.errors(response.asString()));
    }

    @Test
    void withoutTheModelTheOutcomeSaysThatNothingWasRanked() {
        Neighbours.modelAnswers = false;
        try {
            rank(TestFiles.read(BUNDLE).toString())
                    .then()
                    .statusCode(503)
                    .body("issue[0].code", equalTo("transient"))
                    .body("issue[0].details.text", containsString("nothing was ranked"));
        } finally {
            Neighbours.modelAnswers = true;
        }
    }
}
