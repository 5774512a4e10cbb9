package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.fenton.documents.CanonicalJson;
import org.fenton.gateway.intake.Codes;

/** The few FHIR data types that answers are made of. */
public final class Fhir {
    public static final String JSON = "application/fhir+json";
    public static final String POINTS = "{points}";

    private Fhir() {}

    public static ObjectNode resource(String type) {
        return JsonNodeFactory.instance.objectNode().put("resourceType", type);
    }

    public static ObjectNode coding(String system, String code) {
        return JsonNodeFactory.instance.objectNode().put("system", system).put("code", code);
    }

    public static ObjectNode concept(String text, ObjectNode... codings) {
        ObjectNode concept = JsonNodeFactory.instance.objectNode();
        if (codings.length > 0) {
            ArrayNode list = concept.putArray("coding");
            for (ObjectNode coding : codings) {
                list.add(coding);
            }
        }
        if (!text.isEmpty()) {
            concept.put("text", text);
        }
        return concept;
    }

    /** A number of score points with exactly the digits that a ranking writes. */
    public static ObjectNode points(double value) {
        ObjectNode quantity = JsonNodeFactory.instance.objectNode();
        quantity.put("value", new BigDecimal(CanonicalJson.number(value)));
        return quantity.put("unit", "points").put("system", Codes.UCUM).put("code", POINTS);
    }

    public static ObjectNode reference(String reference) {
        return JsonNodeFactory.instance.objectNode().put("reference", reference);
    }

    /** The same content has the same address: an answer that is asked for twice does not look like two. */
    public static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
