package org.fenton.gateway.phenopacket;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.util.JsonFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fenton.gateway.Neighbours;
import org.fenton.gateway.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.phenopackets.schema.v2.Phenopacket;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class PhenopacketTest {
    private static final String PACKET = "phenopacket/packet.json";

    private static Response json(String body) {
        return given().contentType("application/json").body(body).post("/v1/phenopackets");
    }

    private static JsonNode read(Response response) throws IOException {
        return TestFiles.MAPPER.readTree(response.asByteArray());
    }

    private static Phenopacket message() throws IOException {
        Phenopacket.Builder builder = Phenopacket.newBuilder();
        JsonFormat.parser().merge(TestFiles.read(PACKET).toString(), builder);
        return builder.build();
    }

    @Test
    void aPacketInGivesTheRankingOfTheCaseThatWasReadFromIt() throws IOException {
        Response response = json(TestFiles.read(PACKET).toString());
        assertEquals(2, response.statusCode() / 100, response.asString());
        JsonNode answer = read(response);
        JsonNode direct = read(given().contentType("application/json")
                .accept("application/json")
                .body(answer.get("case").toString())
                .post("/v1/rankings"));
        assertEquals(direct, answer.get("ranking"));
        assertEquals("HCC", answer.at("/case/oncotree").asText());
        assertEquals(63, answer.at("/case/ageYears").asInt());
        assertEquals(180, answer.at("/case/labs/0/value").asInt());
        assertEquals("omeprazole", answer.at("/case/medications/0").asText());
        assertEquals("/phenotypicFeatures", answer.at("/unused/0/pointer").asText());
    }

    @Test
    void protobufBytesAndJsonAreTheSamePacket() throws IOException {
        JsonNode bytes = read(given().contentType("application/protobuf")
                .body(message().toByteArray())
                .post("/v1/phenopackets"));
        assertEquals(read(json(TestFiles.read(PACKET).toString())), bytes);
        String again =
                JsonFormat.printer().print(Phenopacket.parseFrom(message().toByteArray()));
        assertEquals(bytes, read(json(again)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("no tumour", "/diseases", "OncoTree", p -> p.remove("diseases")),
                refused("unknown code", "/diseases/0/term/id", "OncoTree", p -> ((ObjectNode) p.at("/diseases/0/term"))
                        .put("id", "OncoTree:HHC")),
                refused("other unit", "/measurements/2/value/quantity/unit/id", "platelets", p -> ((ObjectNode)
                                p.at("/measurements/2/value/quantity/unit"))
                        .put("id", "UCUM:mg/dL")),
                refused("no scale", "/measurements/0/value/quantity/unit/id", "scale", p -> ((ObjectNode)
                                p.at("/measurements/0/value/quantity/unit"))
                        .put("id", "UCUM:1")),
                refused("two scales", "/measurements", "several scales", p -> ((ObjectNode)
                                p.at("/measurements/0/value/quantity/unit"))
                        .put("id", "fenton.scale:zscore")),
                refused("NaN", "/measurements/0/value/quantity/value", "finite", p -> ((ObjectNode)
                                p.at("/measurements/0/value/quantity"))
                        .put("value", "NaN")),
                refused("no value", "/measurements/0/value", "quantity", p -> ((ObjectNode) p.at("/measurements/0"))
                        .remove("value")),
                refused(
                        "age as text",
                        "/subject/timeAtLastEncounter/age/iso8601duration",
                        "ISO 8601",
                        p -> ((ObjectNode) p.at("/subject/timeAtLastEncounter/age")).put("iso8601duration", "63")));
    }

    private static Arguments refused(String name, String pointer, String text, Consumer<ObjectNode> change) {
        return Arguments.of(name, pointer, text, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeReadIsRefusedAtItsPlace(String name, String pointer, String text, Consumer<ObjectNode> change) {
        json(TestFiles.with(PACKET, change))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer))
                .body("errors.detail.toString()", containsString(text));
    }

    @Test
    void whatIsNoPacketIsRefused() {
        json(TestFiles.with(PACKET, packet -> packet.put("oncotree", "HCC")))
                .then()
                .statusCode(400)
                .body("detail", containsString("oncotree"));
        json("{").then().statusCode(400).body("type", equalTo("urn:problem:malformed-json"));
        json("[".repeat(10_000)).then().statusCode(400);
        given().contentType("application/protobuf")
                .body(new byte[] {1, 2, 3})
                .post("/v1/phenopackets")
                .then()
                .statusCode(400);
        given().contentType("text/plain")
                .body("x")
                .post("/v1/phenopackets")
                .then()
                .statusCode(415);
    }

    @Test
    void aDrugThatFailedIsNamed() throws IOException {
        JsonNode answer = read(json(TestFiles.with(PACKET, packet -> {
            ObjectNode action = (ObjectNode) packet.at("/medicalActions/0");
            ((ObjectNode) action.at("/treatment/agent")).put("label", "sorafenib");
            action.putObject("treatmentTerminationReason").put("id", "fenton.outcome:resistance");
        })));
        assertEquals("sorafenib", answer.at("/case/resistance/drug").asText());
        assertEquals(0, answer.at("/case/medications").size());
    }
}
