package org.fenton.catalog.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Edges as lists of regulators, the way FerrDb's tables are laid out: one line a pair of nodes, with what the regulator is
 * to ferroptosis, the step as signed text, and the studies.
 */
final class EdgeList {
    static final List<String> COLUMNS = List.of(
            "regulator",
            "role",
            "target",
            "sign",
            "pathway",
            "mechanism",
            "scopes",
            "level",
            "confidence",
            "studies",
            "source",
            "edge");

    private EdgeList() {}

    static List<String> lines(JsonNode edge) {
        List<String> lines = new ArrayList<>();
        for (JsonNode from : edge.path("from")) {
            for (JsonNode to : edge.path("to")) {
                String sign = edge.path("sign").asText();
                lines.add(String.join(
                        "\t",
                        from.asText(),
                        role(edge.path("ferroptosis").asText()),
                        to.asText(),
                        sign,
                        from.asText() + "(" + sign + ")" + to.asText(),
                        edge.path("mechanism").asText(),
                        joined(edge.path("scopes")),
                        edge.path("level").asText(),
                        edge.path("confidence").asText(),
                        joined(edge.path("studies")),
                        joined(edge.path("source")),
                        edge.path("id").asText()));
            }
        }
        return lines;
    }

    /** FerrDb's words for what activity of the regulator does. */
    private static String role(String ferroptosis) {
        return switch (ferroptosis) {
            case "PROMOTES" -> "driver";
            case "SUPPRESSES" -> "suppressor";
            case "CONTEXT" -> "context-dependent";
            default -> "unclassified";
        };
    }

    private static String joined(JsonNode list) {
        List<String> parts = new ArrayList<>();
        list.forEach(part -> parts.add(part.asText()));
        return String.join("; ", parts);
    }
}
