package org.fenton.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each field of each standard document, in turn, taken out or replaced by what does not belong there: never a 5xx. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class EveryFieldTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<Integer> EXPECTED = Set.of(200, 201, 400, 412);

    /** {@code null} stands for taking the field out. */
    private static List<JsonNode> replacements() {
        List<JsonNode> list = new ArrayList<>(List.of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.numberNode(-1.5),
                NODES.numberNode(1e300),
                NODES.textNode(""),
                NODES.textNode("\u0000'; drop table \uD83D\uDE00 %00 {{context}}"),
                NODES.arrayNode().add(NODES.objectNode()),
                NODES.objectNode().put("reference", "#x").put("resourceType", "Bundle")));
        list.add(null);
        return list;
    }

    /** Taken out everywhere; and one of the others, in turn. */
    private static List<JsonNode> someOf(List<JsonNode> replacements, int place) {
        List<JsonNode> some = new ArrayList<>();
        some.add(replacements.get(place % (replacements.size() - 1)));
        some.add(null);
        return some;
    }

    private static void pointers(JsonNode node, JsonPointer at, List<JsonPointer> found) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                JsonPointer next = at.appendProperty(member.getKey());
                found.add(next);
                pointers(member.getValue(), next, found);
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            JsonPointer next = at.appendIndex(i);
            found.add(next);
            pointers(node.get(i), next, found);
        }
    }

    private static void replace(JsonNode root, JsonPointer place, JsonNode value) {
        JsonNode parent = root.at(place.head());
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(place.last().getMatchingProperty());
            } else {
                object.set(place.last().getMatchingProperty(), value);
            }
        } else if (parent instanceof ArrayNode array) {
            if (value == null) {
                array.remove(place.last().getMatchingIndex());
            } else {
                array.set(place.last().getMatchingIndex(), value);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "fhir/case-bundle.json,/fhir/$rank-combinations,application/fhir+json",
        "cds/patient-view.json,/cds-services/fenton-candidates,application/json",
        "cds/order-select.json,/cds-services/fenton-order-check,application/json",
        "phenopacket/packet.json,/v1/phenopackets,application/json",
    })
    void isRefusedOrAnsweredButNeverBreaksTheService(String file, String path, String type) {
        JsonNode good = TestFiles.read(file);
        List<JsonPointer> places = new ArrayList<>();
        pointers(good, JsonPointer.empty(), places);
        List<String> broken = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < places.size(); i++) {
            JsonPointer place = places.get(i);
            for (JsonNode replacement : someOf(replacements(), i)) {
                JsonNode body = good.deepCopy();
                replace(body, place, replacement);
                Response response = given().urlEncodingEnabled(false)
                        .contentType(type)
                        .body(body.toString())
                        .post(path);
                if (!EXPECTED.contains(response.statusCode())) {
                    broken.add(response.statusCode() + " " + place + " = " + replacement);
                }
                if (response.statusCode() >= 400) {
                    refused++;
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(refused > places.size() / 10, refused + " refusals at " + places.size() + " places");
    }
}
