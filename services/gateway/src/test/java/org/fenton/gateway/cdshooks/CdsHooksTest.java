package org.fenton.gateway.cdshooks;

import static io.restassured.RestAssured.given;
import static org.fenton.gateway.cdshooks.CdsCalls.cards;
import static org.fenton.gateway.cdshooks.CdsCalls.order;
import static org.fenton.gateway.cdshooks.CdsCalls.prefetch;
import static org.fenton.gateway.cdshooks.CdsCalls.view;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.fenton.gateway.Neighbours;
import org.fenton.gateway.TestFiles;
import org.fenton.gateway.fhir.FhirValidation;
import org.junit.jupiter.api.Test;

/** What a service of CDS Hooks 2.0 has to answer, one test for each SHALL, against the real gateway. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CdsHooksTest {
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
}
