package org.fenton.gateway.cdshooks;

import static io.restassured.RestAssured.given;
import static org.fenton.gateway.cdshooks.CdsCalls.call;
import static org.fenton.gateway.cdshooks.CdsCalls.cards;
import static org.fenton.gateway.cdshooks.CdsCalls.prefetch;
import static org.fenton.gateway.cdshooks.CdsCalls.view;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fenton.gateway.Neighbours;
import org.fenton.gateway.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that bring too little, something wrong or come from nowhere: no cards, or a refusal with its place. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CdsRefusalsTest {
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
