package org.fenton.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.fenton.gateway.Transcript.Call;
import org.fenton.gateway.fhir.FhirValidation;
import org.junit.jupiter.api.Test;

/** The two conversations of docs/api/transcripts, held again; every FHIR resource in them is judged by HAPI's validator. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class TranscriptTest {
    private static final String VIEW = "cds/patient-view.json";
    private static final String JSON = "application/json";
    private static final String FHIR = "application/fhir+json";

    private static JsonNode changed(String file, Consumer<ObjectNode> change) {
        ObjectNode body = (ObjectNode) TestFiles.read(file);
        change.accept(body);
        return body;
    }

    private static Response valid(Response response, int status) {
        assertEquals(status, response.statusCode(), response.asString());
        assertEquals(List.of(), FhirValidation.errors(response.asString()));
        return response;
    }

    @Test
    void aConversationOverCdsHooks() throws IOException {
        Transcript talk = new Transcript("cds-hooks.md", "A CDS Hooks 2.0 conversation");
        String candidates = "/cds-services/fenton-candidates";
        talk.step("Which services are there?", Call.get("/cds-services"));
        Response cards = talk.step(
                "A chart is opened. The medication statements could not be read, the platelets are low",
                Call.post(candidates, JSON, TestFiles.read(VIEW)));
        assertEquals(200, cards.statusCode());
        JsonNode first = Transcript.json(cards).at("/cards/0");
        JsonNode second = Transcript.json(cards).at("/cards/1");
        JsonNode task = first.at("/suggestions/0/actions/0/resource");
        assertEquals(List.of(), FhirValidation.errors(task.toString()));
        JsonNode feedback = TestFiles.MAPPER.readTree("""
                {"feedback":[
                 {"card":"%s","outcome":"accepted","acceptedSuggestions":[{"id":"%s"}],"outcomeTimestamp":"2026-11-23T10:00:00Z"},
                 {"card":"%s","outcome":"overridden","outcomeTimestamp":"2026-11-23T10:00:05Z",
                  "overrideReason":{"reason":{"system":"urn:fenton:cs:override-reason","code":"risk-accepted"}}}]}
                """.formatted(
                        first.at("/uuid").asText(),
                        first.at("/suggestions/0/uuid").asText(),
                        second.at("/uuid").asText()));
        Response taken = talk.step(
                "The ranking goes to the tumour board; the warning is overridden with a reason",
                Call.post(candidates + "/feedback", JSON, feedback));
        assertEquals(200, taken.statusCode());
        Response order = talk.step(
                "An order is selected that a safety rule stops",
                Call.post("/cds-services/fenton-order-check", JSON, TestFiles.read("cds/order-select.json")));
        assertEquals("warning", order.path("cards[0].indicator"));
        Response silent = talk.step(
                "A chart without pathway activities: nothing to say",
                Call.post(candidates, JSON, changed(VIEW, body -> ((ObjectNode) body.get("prefetch"))
                        .putNull("activities"))));
        assertEquals("{\"cards\":[]}", silent.asString());
        Response insufficient = talk.step(
                "Activities were not sent at all: nobody knows, so nothing is ranked",
                Call.post(candidates, JSON, changed(VIEW, body -> ((ObjectNode) body.get("prefetch"))
                        .remove("activities"))));
        assertEquals(412, insufficient.statusCode());
        Response mismatch = talk.step(
                "A call of another hook",
                Call.post(candidates, JSON, changed(VIEW, body -> body.put("hook", "order-sign"))));
        assertEquals(400, mismatch.statusCode());
        talk.compare();
    }

    @Test
    void aConversationInFhir() throws IOException {
        Transcript talk = new Transcript("fhir.md", "A FHIR R4 conversation");
        String operation = "/fhir/$rank-combinations";
        valid(talk.step("What can this server do?", Call.get("/fhir/metadata")), 200);
        valid(talk.step("What does the operation take?", Call.get("/fhir/OperationDefinition/rank-combinations")), 200);
        Response ranked = valid(
                talk.step(
                        "A patient's resources in, a ranking out",
                        Call.post(operation, FHIR, TestFiles.read("fhir/case-bundle.json"))),
                200);
        String id = ranked.path("identifier.value");
        Response record = io.restassured.RestAssured.get("/v1/rankings/" + id);
        assertEquals(200, record.statusCode(), "the decision record holds the same ranking");
        Response known = talk.step(
                "The decision record behind it, which the caller already holds",
                Call.get("/v1/rankings/" + id).with("If-None-Match", record.header("ETag")));
        assertEquals(304, known.statusCode());
        Response unit = valid(
                talk.step(
                        "Platelets in a unit that is none of theirs: refused at the place",
                        Call.post(operation, FHIR, changed("fhir/case-bundle.json", bundle -> ((ObjectNode)
                                        bundle.at("/entry/6/resource/valueQuantity"))
                                .put("code", "mg/dL")))),
                400);
        assertTrue(unit.asString().contains("Bundle.entry[6].resource.value.code"));
        talk.compare();
    }
}
