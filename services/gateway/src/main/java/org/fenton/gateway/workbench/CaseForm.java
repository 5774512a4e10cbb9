package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.CaseReader;

/** Makes a case document of the fields of the form, over a document that was given whole; remembers which field made what. */
final class CaseForm {
    private static final List<String> TEXTS = List.of("label", "goal", "sex", "immunotherapy", "scope");

    private final Fields fields;
    private final Knowledge knowledge;
    private final ObjectNode root;
    private final FieldFaults faults;

    CaseForm(Fields fields, Knowledge knowledge, ObjectNode base, FieldFaults faults) {
        this.fields = fields;
        this.knowledge = knowledge;
        this.root = base;
        this.faults = faults;
    }

    byte[] document() {
        root.put("format", CaseReader.FORMAT);
        for (String name : TEXTS) {
            text("/" + name, name, fields.text(name));
        }
        if (fields.has("scope")) {
            root.remove("oncotree");
        }
        oncotree();
        resistance();
        new PatientForm(fields, root, faults).fill();
        new StateForm(fields, faults).into(root);
        faults.from("/oncotree", "oncotree");
        return CanonicalJson.write(root).getBytes(StandardCharsets.UTF_8);
    }

    private void text(String pointer, String field, String value) {
        faults.from(pointer, field);
        if (!value.isEmpty()) {
            root.put(pointer.substring(1), value);
        }
    }

    /** A code, or a name that exactly one tumour of the release has, with or without what the list shows behind it. */
    private void oncotree() {
        String given = fields.text("oncotree");
        if (given.isEmpty()) {
            return;
        }
        root.remove("scope");
        String code = given.split("[\\s·–]", 2)[0].toUpperCase(Locale.ROOT);
        if (knowledge.tumour(code).isPresent()) {
            root.put("oncotree", code);
            return;
        }
        Optional<String> named = knowledge.tumourCodes().stream()
                .filter(known -> knowledge.tumour(known).orElseThrow().name().equalsIgnoreCase(given))
                .findFirst();
        root.put("oncotree", named.orElse(given));
    }

    private void resistance() {
        String drug = fields.text("failedDrug");
        faults.from("/resistance", "failedDrug");
        faults.from("/resistance/drug", "failedDrug");
        if (!drug.isEmpty()) {
            ObjectNode resistance = root.withObject("/resistance");
            resistance.put("drug", drug);
            if (fields.has("kept")) {
                resistance.put("kept", true);
            }
        }
    }
}
