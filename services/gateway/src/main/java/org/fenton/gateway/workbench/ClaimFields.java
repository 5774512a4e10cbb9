package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.fenton.core.knowledge.EvidenceLevel;

/** A claim as the fields of a form, and back. */
public final class ClaimFields {
    private static final List<String> TEXTS = List.of("text", "direction", "level", "setting", "study", "confidence");
    private static final List<String> LISTS = List.of("scopes", "species", "sameAs", "source");

    /** Words of the catalog for what can only be chosen. */
    public record Choices(List<String> directions, List<String> levels) {}

    static final Choices CHOICES = new Choices(
            List.of("SUPPORTS", "DISPUTES", "NEUTRAL"),
            Arrays.stream(EvidenceLevel.values()).map(Enum::name).toList());

    private ClaimFields() {}

    /** What a claim says is called {@code statement} there and {@code text} where it is proposed. */
    static void read(JsonNode claim, Fields fields) {
        for (String name : TEXTS) {
            fields.put(
                    name, claim.path(name.equals("text") ? "statement" : name).asText(""));
        }
        for (String name : LISTS) {
            fields.put(name, String.join("; ", FactView.texts(claim.path(name))));
        }
    }

    static ObjectNode content(StepForm form) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        for (String name : TEXTS) {
            form.faults().from("/content/" + name, name);
            if (form.entered().has(name)) {
                content.put(name, form.value(name));
            }
        }
        for (String name : LISTS) {
            form.faults().from("/content/" + name, name);
            if (form.entered().has(name)) {
                ArrayNode list = content.putArray(name);
                form.entered().lines(name).forEach(list::add);
            }
        }
        return content;
    }
}
