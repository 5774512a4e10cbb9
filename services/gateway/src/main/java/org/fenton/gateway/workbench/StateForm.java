package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Activities and single genes that are typed in, a line each: a name, then a number. */
final class StateForm {
    /** PROGENy's pathways; every other name is a transcription factor of CollecTRI. */
    private static final Set<String> PATHWAYS = Set.of(
            "Androgen",
            "EGFR",
            "Estrogen",
            "Hypoxia",
            "JAK-STAT",
            "MAPK",
            "NFkB",
            "PI3K",
            "TGFb",
            "TNFa",
            "Trail",
            "VEGF",
            "WNT",
            "p53");

    private final Fields fields;
    private final FieldFaults faults;

    StateForm(Fields fields, FieldFaults faults) {
        this.fields = fields;
        this.faults = faults;
    }

    void into(ObjectNode root) {
        faults.from("/reported", "activities");
        faults.from("/reported/genes", "genes");
        if (!fields.has("activities") && !fields.has("genes")) {
            return;
        }
        if (root.has("profile")) {
            faults.add("activities", "a profile was given too; give either the profile or the activities");
            return;
        }
        ObjectNode reported = root.withObject("/reported");
        reported.put("scale", fields.has("reportedScale") ? fields.text("reportedScale") : "contrast");
        if (!reported.has("method")) {
            reported.put("method", "ulm");
        }
        if (fields.has("activities")) {
            Map<String, JsonNode> before = bySource(reported.path("activities"));
            ArrayNode rows = reported.putArray("activities");
            for (String line : fields.lines("activities")) {
                split("activities", line).ifPresent(row -> {
                    faults.from("/reported/activities/" + rows.size(), "activities");
                    rows.add(same(before.get(row.name), row) ? before.get(row.name) : row.node());
                });
            }
        }
        if (fields.has("genes")) {
            ObjectNode genes = reported.putObject("genes");
            for (String line : fields.lines("genes")) {
                split("genes", line).ifPresent(row -> genes.put(row.name, row.value));
            }
        }
    }

    static List<String> pathways() {
        return PATHWAYS.stream().sorted().toList();
    }

    private record Row(String name, BigDecimal value) {
        ObjectNode node() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("network", PATHWAYS.contains(name) ? "progeny" : "collectri")
                    .put("source", name)
                    .put("score", value);
        }
    }

    private static Map<String, JsonNode> bySource(JsonNode rows) {
        Map<String, JsonNode> bySource = new HashMap<>();
        rows.forEach(row -> bySource.put(row.path("source").asText(), row));
        return bySource;
    }

    /** A line that was not changed keeps what else its row says: p value, coverage. */
    private static boolean same(JsonNode before, Row row) {
        return before != null && before.path("score").doubleValue() == row.value.doubleValue();
    }

    private Optional<Row> split(String field, String line) {
        String[] words = line.split("[\\s=:,]+");
        Optional<BigDecimal> value = words.length == 2 ? Numbers.parse(words[1]) : Optional.empty();
        if (value.isEmpty()) {
            faults.add(field, "'" + line + "': a name and a number are expected, as STAT3 2.4");
        }
        return value.map(number -> new Row(words[0], number));
    }
}
