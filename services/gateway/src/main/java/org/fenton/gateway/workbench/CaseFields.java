package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.StringJoiner;

/** A case document as the fields of the form, so that it can be looked at and changed there. */
final class CaseFields {
    private static final List<String> OWNED = List.of(
            "label",
            "goal",
            "oncotree",
            "scope",
            "sex",
            "immunotherapy",
            "ageYears",
            "pregnant",
            "lactating",
            "medications",
            "history",
            "organs",
            "labs",
            "alterations",
            "genotypes");
    private static final List<String> TEXTS =
            List.of("label", "goal", "oncotree", "scope", "sex", "immunotherapy", "ageYears");

    private CaseFields() {}

    /** What of the document the form has no fields for. */
    static ObjectNode rest(ObjectNode document) {
        ObjectNode rest = document.deepCopy();
        rest.remove(OWNED);
        if (rest.path("resistance") instanceof ObjectNode resistance) {
            resistance.remove(List.of("drug", "kept"));
            if (resistance.isEmpty()) {
                rest.remove("resistance");
            }
        }
        return rest;
    }

    static Fields of(JsonNode document) {
        Fields fields = Fields.none();
        TEXTS.forEach(name -> fields.put(name, document.path(name).asText("")));
        JsonNode resistance = document.path("resistance");
        fields.put("failedDrug", resistance.path("drug").asText(""));
        fields.put("kept", resistance.path("kept").asBoolean() ? "yes" : "");
        for (String name : List.of("pregnant", "lactating")) {
            if (document.path(name).isBoolean()) {
                fields.put(name, document.path(name).asBoolean() ? "yes" : "no");
            }
        }
        medications(fields, document.path("medications"));
        for (String name : List.of("history", "organs")) {
            document.path(name).forEach(key -> fields.put(name, key.asText()));
            fields.put(name + ".asked", document.has(name) ? "yes" : "");
        }
        document.path("labs")
                .forEach(lab -> fields.put(
                        "lab." + lab.path("name").asText(), lab.path("value").asText()));
        fields.put("alterations", pairs(document.path("alterations"), "gene", "effect"));
        fields.put("genotypes", pairs(document.path("genotypes"), "gene", "phenotype"));
        reported(fields, document.path("reported"));
        return fields;
    }

    private static void medications(Fields fields, JsonNode list) {
        StringJoiner lines = new StringJoiner("\n");
        list.forEach(each -> lines.add(each.asText()));
        fields.put("medications", lines.toString());
        fields.put("medications.none", list.isArray() && list.isEmpty() ? "yes" : "");
    }

    private static void reported(Fields fields, JsonNode reported) {
        fields.put("reportedScale", reported.path("scale").asText(""));
        fields.put("activities", pairs(reported.path("activities"), "source", "score"));
        StringJoiner genes = new StringJoiner("\n");
        reported.path("genes")
                .properties()
                .forEach(gene -> genes.add(gene.getKey() + " " + gene.getValue().asText()));
        fields.put("genes", genes.toString());
    }

    private static String pairs(JsonNode rows, String first, String second) {
        StringJoiner lines = new StringJoiner("\n");
        rows.forEach(row ->
                lines.add(row.path(first).asText() + " " + row.path(second).asText()));
        return lines.toString();
    }
}
