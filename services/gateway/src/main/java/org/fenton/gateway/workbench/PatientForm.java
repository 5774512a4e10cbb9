package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fenton.core.tumour.LabUnits;

/** The patient's part of a case: age, states, medication, laboratory, genes. What was not given stays not given. */
final class PatientForm {
    private final Fields fields;
    private final ObjectNode root;
    private final FieldFaults faults;

    PatientForm(Fields fields, ObjectNode root, FieldFaults faults) {
        this.fields = fields;
        this.root = root;
        this.faults = faults;
    }

    void fill() {
        number("/ageYears", "ageYears");
        yesNo("pregnant");
        yesNo("lactating");
        listOrNone("medications");
        asked("history");
        asked("organs");
        labs();
        pairs("alterations", "gene", "effect", true);
        pairs("genotypes", "gene", "phenotype", false);
    }

    private void number(String pointer, String field) {
        faults.from(pointer, field);
        parsed(field, fields.text(field)).ifPresent(value -> root.put(pointer.substring(1), value));
    }

    private Optional<BigDecimal> parsed(String field, String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Numbers.parse(text).or(() -> {
                    faults.add(field, "'" + text + "' is no number; write it with a decimal point, as 3.5");
                    return Optional.empty();
                });
    }

    private void yesNo(String field) {
        faults.from("/" + field, field);
        switch (fields.text(field)) {
            case "yes" -> root.put(field, true);
            case "no" -> root.put(field, false);
            default -> {}
        }
    }

    /** Nothing given is unknown; "none" is a statement. */
    private void listOrNone(String field) {
        faults.from("/" + field, field);
        if (fields.has(field + ".none")) {
            root.putArray(field);
        } else if (fields.has(field)) {
            ArrayNode list = root.putArray(field);
            fields.lines(field).stream()
                    .flatMap(line -> List.of(line.split("\\s*,\\s*")).stream())
                    .forEach(list::add);
        }
    }

    /** Ticked keys; with the box "all were asked for" the unticked ones are known to be absent. */
    private void asked(String field) {
        faults.from("/" + field, field);
        if (fields.has(field) || fields.has(field + ".asked")) {
            ArrayNode list = root.putArray(field);
            fields.all(field).forEach(list::add);
        }
    }

    private void labs() {
        ArrayNode labs = JsonNodeFactory.instance.arrayNode();
        for (JsonNode kept : root.path("labs")) {
            if (!fields.has("lab." + kept.path("name").asText())) {
                labs.add(kept);
            }
        }
        for (String name : LabUnits.names()) {
            String field = "lab." + name;
            parsed(field, fields.text(field)).ifPresent(value -> {
                faults.from("/labs/" + labs.size(), field);
                faults.from("/labs/" + labs.size() + "/value", field);
                labs.addObject()
                        .put("name", name)
                        .put("value", value)
                        .put("unit", LabUnits.unitOf(name).orElseThrow());
            });
        }
        if (!labs.isEmpty()) {
            root.set("labs", labs);
        }
    }

    private void pairs(String field, String first, String second, boolean upper) {
        faults.from("/" + field, field);
        if (!fields.has(field)) {
            return;
        }
        ArrayNode rows = root.putArray(field);
        for (String line : fields.lines(field)) {
            String[] words = line.split("\\s+", 2);
            ObjectNode row = rows.addObject().put(first, words[0]);
            if (words.length == 2) {
                row.put(second, upper ? words[1].toUpperCase(Locale.ROOT) : words[1]);
            }
        }
    }
}
