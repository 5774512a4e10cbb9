package org.fenton.catalog.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.fenton.documents.CanonicalJson;

/** A row as the API and a release write it, spread over the cells of its file's columns. */
final class Cells {
    private static final String SEPARATOR = "; ";

    private Cells() {}

    /** Cells by column; members that no column holds keep their own name, for the reader to refuse. */
    static Map<String, String> of(String type, JsonNode row) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.properties().forEach(member -> {
            if (!member.getKey().equals("type")) {
                put(cells, type, member.getKey(), member.getValue());
            }
        });
        return cells;
    }

    private static void put(Map<String, String> cells, String type, String name, JsonNode value) {
        switch (type + "." + name) {
            // These have files of their own.
            case "drug.listings", "drug.targets", "drug.regulatory" -> {}
            // These follow from the rest of the claim.
            case "claim.inferred", "claim.grade", "claim.strength" -> {}
            case "claim.knowledgeLevel", "claim.agentType", "claim.species" -> {}
            // The agents' drugs make them.
            case "combination.pairs" -> {}
            case "drug-regulatory.decided" -> cells.put("date", text(value));
            case "drug.identifiers", "rule.appliesTo" -> members(cells, value, "");
            case "drug.patientUse" -> patientUse(cells, value);
            case "drug.exposure" -> {
                cells.put("reachable", text(value.path("reachable")));
                cells.put("exposureText", text(value.path("text")));
            }
            case "claim.subject" -> {
                cells.put("subjectType", value.isObject() ? text(value.path("type")) : "");
                cells.put("subject", value.isObject() ? text(value.path("id")) : text(value));
            }
            case "context.arms" -> cells.put(name, pairs(value, "effect"));
            case "resistance.markers" -> cells.put(name, pairs(value, "direction"));
            case "combination.agents" -> agents(cells, value);
            default -> cells.put(name, text(value));
        }
    }

    private static void members(Map<String, String> cells, JsonNode object, String prefix) {
        object.properties().forEach(member -> cells.put(prefix + member.getKey(), text(member.getValue())));
    }

    private static void patientUse(Map<String, String> cells, JsonNode value) {
        if (!value.isObject()) {
            cells.put("patientUse", text(value));
            return;
        }
        cells.put("patientUse", value.path("allowed").asBoolean() ? "YES" : "NO");
        cells.put("patientUseReason", text(value.path("reason")));
    }

    /** {@code STAT3:SUPPRESSES; STAT1:PROMOTES}. */
    private static String pairs(JsonNode list, String word) {
        StringJoiner joined = new StringJoiner(SEPARATOR);
        for (JsonNode pair : list) {
            joined.add(pair.isObject() ? text(pair.path("node")) + ":" + text(pair.path(word)) : text(pair));
        }
        return list.isArray() ? joined.toString() : text(list);
    }

    private static void agents(Map<String, String> cells, JsonNode list) {
        int number = 1;
        for (JsonNode agent : list) {
            String prefix = "agent" + number++;
            cells.put(prefix + "Text", text(agent.path("text")));
            cells.put(prefix + "Drugs", text(agent.path("drugs")));
            cells.put(prefix + "Role", text(agent.path("role")));
        }
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(text(part)));
            return String.join(SEPARATOR, parts);
        }
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        // A number reads the same whether it comes from a release or from the rows.
        return value.isTextual() ? value.asText() : CanonicalJson.write(value);
    }
}
