package org.fenton.gateway.cdshooks;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fenton.gateway.Neighbours;
import org.fenton.gateway.TestFiles;
import org.fenton.gateway.fhir.FhirValidation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One test for each SHALL of CDS Hooks 2.0 that a service has to keep, against the real gateway. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CdsHooksTest {
    private static final String VIEW = "cds/patient-view.json";
    private static final String ORDER = "cds/order-select.json";

    @Inject
    DataSource database;

    private static Response call(String service, String body) {
        return given().contentType("application/json").body(body).post("/cds-services/" + service);
    }

    private static Response view(Consumer<ObjectNode> change) {
        return call("fenton-candidates", TestFiles.with(VIEW, change));
    }

    private static Response order(Consumer<ObjectNode> change) {
        return call("fenton-order-check", TestFiles.with(ORDER, change));
    }

    private static JsonNode cards(Response response) throws IOException {
        assertEquals(200, response.statusCode(), response.asString());
        return TestFiles.MAPPER.readTree(response.asByteArray()).get("cards");
    }

    private static void bare(JsonNode node, String place) {
        assertFalse(Bare.isEmpty(node), place + " is empty");
        if (node.isObject()) {
            node.properties().forEach(member -> bare(member.getValue(), place + "/" + member.getKey()));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            bare(node.get(i), place + "/" + i);
        }
    }

    @Test
    void discoveryListsServicesWithHookDescriptionIdAndPrefetch() {
        given().get("/cds-services")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("services.id", hasItems("fenton-candidates", "fenton-order-check"))
                .body("services.hook", hasItems("patient-view", "order-select"))
                .body("services.description", everyItem(containsString("Research use only")))
                .body("services.prefetch.patient", everyItem(equalTo("Patient/{{context.patientId}}")))
                .body("services.usageRequirements", everyItem(containsString("never calls a FHIR server")));
    }

    @Test
    void aViewOfTheTumourGivesHypothesesAsInfoAndTheSafetyGateAsWarning() throws IOException {
        JsonNode cards = cards(view(body -> {}));
        assertEquals(2, cards.size());
        assertEquals("info", cards.get(0).get("indicator").asText());
        assertTrue(cards.get(0).get("summary").asText().contains("Research hypotheses"));
        assertTrue(cards.get(0).get("detail").asText().contains("Research use only"));
        assertEquals("warning", cards.get(1).get("indicator").asText());
        assertTrue(cards.get(1).get("summary").asText().contains("T01"));
    }

    @Test
    void everyCardHasWhatTheSpecificationAsksAndNothingEmpty() throws IOException {
        for (Response response : List.of(view(body -> {}), order(body -> {}))) {
            JsonNode cards = cards(response);
            assertFalse(cards.isEmpty());
            bare(cards, "");
            for (JsonNode card : cards) {
                assertEquals(36, card.get("uuid").asText().length());
                assertTrue(card.get("summary").asText().length() < 140);
                assertTrue(List.of("info", "warning")
                        .contains(card.get("indicator").asText()));
                assertTrue(card.at("/source/label").asText().contains("Fenton"));
                for (JsonNode link : card.get("links")) {
                    assertEquals("absolute", link.get("type").asText());
                    assertTrue(link.get("url").asText().startsWith("http://fenton.test/"));
                }
                assertEquals(card.has("suggestions"), card.has("selectionBehavior"));
                for (JsonNode reason : card.get("overrideReasons")) {
                    assertTrue(
                            reason.hasNonNull("code") && reason.hasNonNull("system") && reason.hasNonNull("display"));
                }
            }
        }
    }

    @Test
    void theOnlySuggestionIsAValidProposalForTheBoard() throws IOException {
        JsonNode action = cards(view(body -> {})).at("/0/suggestions/0/actions/0");
        assertEquals("create", action.get("type").asText());
        assertEquals("Task", action.at("/resource/resourceType").asText());
        assertEquals("proposal", action.at("/resource/intent").asText());
        assertEquals("Patient/p1", action.at("/resource/for/reference").asText());
        assertEquals(List.of(), FhirValidation.errors(action.get("resource").toString()));
    }

    @Test
    void theNumbersOfACardAreThoseOfTheRankingItLinksTo() throws IOException {
        JsonNode numbers = cards(view(body -> {})).get(0).at("/extension/org.fenton.ranking");
        JsonNode ranking = TestFiles.MAPPER.readTree(
                given().get("/v1/rankings/" + numbers.get("id").asText()).asByteArray());
        assertFalse(numbers.get("candidates").isEmpty());
        for (JsonNode shown : numbers.get("candidates")) {
            JsonNode same = Stream.of(ranking.get("candidates").findParents("combination"))
                    .flatMap(List::stream)
                    .filter(candidate ->
                            candidate.get("combination").equals(shown.get("combination")) && candidate.has("score"))
                    .findFirst()
                    .orElseThrow();
            for (String field : new String[] {"score", "lower", "upper", "rank", "band", "lane", "outlook"}) {
                assertEquals(same.get(field), shown.get(field), field);
            }
        }
    }

    @Test
    void theSameCallShowsTheSameCardsAndAnotherCallOthers() throws IOException {
        JsonNode first = cards(view(body -> {}));
        assertEquals(first, cards(view(body -> {})));
        JsonNode other = cards(view(body -> body.put("hookInstance", "11111111-2222-3333-4444-555555555555")));
        assertNotEquals(first.at("/0/uuid"), other.at("/0/uuid"));
    }

    static Stream<Arguments> silent() {
        return Stream.of(
                Arguments.of("no tumour with an OncoTree code", change(body -> prefetch(body)
                        .putObject("conditions")
                        .put("resourceType", "Bundle")
                        .put("type", "searchset"))),
                Arguments.of(
                        "conditions are null", change(body -> prefetch(body).putNull("conditions"))),
                Arguments.of(
                        "no activity on record", change(body -> prefetch(body).putNull("activities"))));
    }

    private static Consumer<ObjectNode> change(Consumer<ObjectNode> change) {
        return change;
    }

    private static ObjectNode prefetch(ObjectNode body) {
        return (ObjectNode) body.get("prefetch");
    }

    private static final String OUTCOME =
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"forbidden\"}]}";

    private static JsonNode outcome() {
        try {
            return TestFiles.MAPPER.readTree(OUTCOME);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silent")
    void withNothingToSayThereAreNoCards(String why, Consumer<ObjectNode> change) {
        view(change).then().statusCode(200).body("cards", hasSize(0)).body("size()", is(1));
    }

    static Stream<Arguments> insufficient() {
        return Stream.of(
                Arguments.of("no prefetch", "/prefetch/conditions", change(body -> body.remove("prefetch"))),
                Arguments.of("no conditions", "/prefetch/conditions", change(body -> prefetch(body)
                        .remove("conditions"))),
                Arguments.of("conditions forbidden", "/prefetch/conditions", change(body -> prefetch(body)
                        .set("conditions", outcome()))),
                Arguments.of("no activities", "/prefetch/activities", change(body -> prefetch(body)
                        .remove("activities"))),
                Arguments.of("activities forbidden", "/prefetch/activities", change(body -> prefetch(body)
                        .set("activities", outcome()))),
                Arguments.of("unknown OncoTree code", "/prefetch/conditions", change(body -> ((ObjectNode)
                                body.at("/prefetch/conditions/entry/0/resource/code/coding/0"))
                        .put("code", "HHC"))),
                Arguments.of("no scale", "/prefetch/activities", change(body -> ((ObjectNode)
                                body.at("/prefetch/activities/entry/0/resource"))
                        .remove("method"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("insufficient")
    void withoutWhatARankingNeedsTheAnswerIs412(String why, String pointer, Consumer<ObjectNode> change) {
        view(change)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem:precondition-failed"))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aLabThatCannotBeReadIsLeftOutAndSaid() throws IOException {
        JsonNode cards = cards(view(
                body -> ((ObjectNode) body.at("/prefetch/labs/entry/1/resource/valueQuantity")).put("code", "mg/dL")));
        String detail = cards.get(0).get("detail").asText();
        assertTrue(detail.contains("'mg/dL' is not the unit of platelets"), detail);
        assertEquals(1, cards.size(), "without the platelets no rule can fire");
    }

    @Test
    void whatDidNotComeIsSaid() throws IOException {
        String detail = cards(view(body -> {})).get(0).get("detail").asText();
        assertTrue(detail.contains("Not delivered by prefetch: medicationStatements"), detail);
    }

    @Test
    void emptyMedicationListsSayNoneAndAMissingOneSaysNobodyKnows() throws IOException {
        String nobodyKnows =
                cards(view(body -> {})).at("/0/extension/org.fenton.ranking/id").asText();
        String none = cards(view(body -> prefetch(body).putNull("medicationStatements")))
                .at("/0/extension/org.fenton.ranking/id")
                .asText();
        assertEquals(kept(""), nobodyKnows);
        assertEquals(kept("\"medications\":[],"), none);
    }

    /** The decision record of the same case written by hand. */
    private static String kept(String medications) {
        String location = given().contentType("application/json")
                .accept("application/json")
                .body("""
                        {"format":"fenton-case/1","oncotree":"HCC","ageYears":63,%s
                         "labs":[{"name":"platelets","value":40,"unit":"10*9/L"}],
                         "reported":{"scale":"contrast","genes":{"SLC7A11":1.5},"activities":[
                           {"network":"collectri","source":"STAT3","score":3,"pValue":0.003},
                           {"network":"progeny","source":"JAK-STAT","score":2.5}]}}
                        """.formatted(medications))
                .post("/v1/rankings")
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("/hook", change(body -> body.put("hook", "order-select"))),
                Arguments.of("/hook", change(body -> body.remove("hook"))),
                Arguments.of("/hookInstance", change(body -> body.put("hookInstance", "1"))),
                Arguments.of(
                        "/context/patientId", change(body -> ((ObjectNode) body.get("context")).remove("patientId"))),
                Arguments.of("/context/userId", change(body -> ((ObjectNode) body.get("context")).put("userId", 3))),
                Arguments.of("/prefetch", change(body -> body.put("prefetch", "all"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void whatIsNoCallIsRefusedWithItsPlace(String pointer, Consumer<ObjectNode> change) {
        view(change).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void anUnknownServiceIs404AndOtherMediaTypesAndJsonAreRefused() {
        call("fenton-candidate", "{}").then().statusCode(404).body("detail", containsString("fenton-candidates"));
        call("fenton-candidates", "{").then().statusCode(400);
        call("fenton-candidates", "[".repeat(10_000)).then().statusCode(400);
        call("fenton-candidates", "{\"hook\":\"a\",\"hook\":\"b\"}").then().statusCode(400);
        given().contentType("text/plain")
                .body("x")
                .post("/cds-services/fenton-candidates")
                .then()
                .statusCode(415);
        given().get("/cds-services/fenton-candidates").then().statusCode(405);
    }

    @Test
    void nothingIsFetchedFromTheServerThatACallNames() throws IOException {
        try (ServerSocket listener = new ServerSocket(0)) {
            listener.setSoTimeout(1);
            String address = "http://127.0.0.1:" + listener.getLocalPort();
            view(body -> body.put("fhirServer", address)).then().statusCode(200);
            view(body -> {
                        body.put("fhirServer", address);
                        prefetch(body).remove("activities");
                    })
                    .then()
                    .statusCode(412);
            org.junit.jupiter.api.Assertions.assertThrows(
                    java.net.SocketTimeoutException.class, listener::accept, "nobody connected");
        }
    }

    @Test
    void aSelectedOrderThatARuleStopsIsWarnedOf() throws IOException {
        JsonNode cards = cards(order(body -> {}));
        assertEquals("warning", cards.get(0).get("indicator").asText());
        assertEquals(
                "ruxolitinib: stopped by safety rule T01",
                cards.get(0).get("summary").asText());
    }

    @Test
    void withoutActivitiesOnlySafetyIsSpokenOf() throws IOException {
        JsonNode gate = cards(order(body -> prefetch(body).remove("activities")));
        assertEquals("warning", gate.get(0).get("indicator").asText());
        order(body -> {
                    prefetch(body).remove("activities");
                    prefetch(body).remove("labs");
                })
                .then()
                .statusCode(200)
                .body("cards", hasSize(0));
    }

    @Test
    void aSelectedOrderStandsWhereTheRankingPutsIt() throws IOException {
        JsonNode cards = cards(order(body -> {
            prefetch(body).remove("labs");
            ((ObjectNode) body.get("context")).putArray("selections").add("MedicationRequest/draft-2");
        }));
        JsonNode single = cards.get(cards.size() - 1);
        assertEquals("info", single.get("indicator").asText());
        assertTrue(single.get("summary").asText().startsWith("sorafenib: rank "), single.toString());
        assertTrue(single.get("detail").asText().contains("For: "), single.toString());
    }

    @Test
    void anOrderOfAnotherMedicineIsNoneOfOurs() {
        order(body -> ((ObjectNode) body.at("/context/draftOrders/entry/0/resource/medicationCodeableConcept"))
                        .put("text", "paracetamol"))
                .then()
                .statusCode(200)
                .body("cards", hasSize(0));
    }

    private static Response feedback(String body) {
        return given().contentType("application/json").body(body).post("/cds-services/fenton-candidates/feedback");
    }

    private long rows(String condition) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from gateway.cds_feedback where " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void feedbackIsKeptOnceWithItsCodedReasonAndWithoutFreeText() throws Exception {
        JsonNode cards = cards(view(body -> body.put("hookInstance", "aaaaaaaa-2222-3333-4444-555555555555")));
        String card = cards.at("/0/uuid").asText();
        String suggestion = cards.at("/0/suggestions/0/uuid").asText();
        String warning = cards.at("/1/uuid").asText();
        String body = """
                {"feedback":[
                  {"card":"%s","outcome":"accepted","acceptedSuggestions":[{"id":"%s"}],"outcomeTimestamp":"2026-11-23T10:00:00Z"},
                  {"card":"%s","outcome":"overridden","outcomeTimestamp":"2026-11-23T10:00:01+01:00",
                   "overrideReason":{"reason":{"system":"urn:fenton:cs:override-reason","code":"risk-accepted"},"userComment":"Mr M."}}]}
                """.formatted(card, suggestion, warning);
        feedback(body).then().statusCode(200);
        feedback(body).then().statusCode(200);
        assertEquals(1, rows("card_id = '" + card + "' and outcome = 'accepted'"));
        assertEquals(1, rows("card_id = '" + warning + "' and reason_code = 'risk-accepted' and comment is null"));
    }

    static Stream<Arguments> wrongFeedback() {
        String at = "\"outcomeTimestamp\":\"2026-11-23T10:00:00Z\"";
        return Stream.of(
                Arguments.of("/feedback", "{}"),
                Arguments.of("/feedback", "{\"feedback\":[]}"),
                Arguments.of(
                        "/feedback/0/card", "{\"feedback\":[{\"card\":\"x\",\"outcome\":\"overridden\"," + at + "}]}"),
                Arguments.of(
                        "/feedback/0/card",
                        "{\"feedback\":[{\"card\":\"11111111-1111-1111-1111-111111111111\",\"outcome\":\"overridden\","
                                + at + "}]}"),
                Arguments.of(
                        "/feedback/0/outcome",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"ignored\"," + at + "}]}"),
                Arguments.of(
                        "/feedback/0/outcomeTimestamp",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"overridden\"}]}"),
                Arguments.of(
                        "/feedback/0/acceptedSuggestions",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"accepted\"," + at + "}]}"),
                Arguments.of(
                        "/feedback/0/acceptedSuggestions/0/id",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"accepted\",\"acceptedSuggestions\":[{\"id\":\"x\"}],"
                                + at + "}]}"),
                Arguments.of(
                        "/feedback/0/overrideReason/reason",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"overridden\",\"overrideReason\":{\"reason\":{\"code\":\"x\"}},"
                                + at + "}]}"),
                Arguments.of(
                        "/feedback/1/card",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"overridden\"," + at
                                + "},{\"card\":\"x\",\"outcome\":\"overridden\"," + at + "}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFeedback")
    void feedbackIsTakenWholeOrNotAtAll(String pointer, String body) throws Exception {
        String card = cards(view(call -> call.put("hookInstance", "bbbbbbbb-2222-3333-4444-555555555555")))
                .at("/0/uuid")
                .asText();
        feedback(body.replace("CARD", card)).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
        assertEquals(0, rows("card_id = '" + card + "'"));
    }

    @Test
    void noOriginMayCallUnlessItIsNamed() {
        given().header("Origin", "https://ehr.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/cds-services/fenton-candidates")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://ehr.example")
                .get("/cds-services")
                .then()
                .statusCode(200)
                .header("Vary", containsString("Origin"))
                .header("Access-Control-Allow-Origin", not(equalTo("*")));
    }
}
