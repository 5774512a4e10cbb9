package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.http.Problem;

/** What is wrong with a form, field by field. A fault of the case is said beside the field that its part was made from. */
public final class FieldFaults {
    /** For what no field is the cause of. */
    static final String WHOLE = "form";

    private final Map<String, List<String>> byField = new LinkedHashMap<>();
    private final TreeMap<String, String> fieldByPointer = new TreeMap<>();

    /** {@code pointer} of the case, and everything below it, was made from {@code field}. */
    void from(String pointer, String field) {
        fieldByPointer.put(pointer, field);
    }

    void add(String field, String text) {
        byField.computeIfAbsent(field, first -> new ArrayList<>()).add(text);
    }

    /** Faults of the case document, each beside its field; those of no field with the pointer in front. */
    void add(Problem problem) {
        if (problem.errors().isEmpty()) {
            add(WHOLE, problem.detail());
        }
        for (Problem.Fault fault : problem.errors()) {
            String said = fault.detail() + (fault.suggestion() == null ? "" : " – " + fault.suggestion());
            String field = fieldOf(fault.pointer());
            boolean exact = fieldByPointer.containsKey(fault.pointer()) && !field.equals("file");
            add(field, exact ? said : fault.pointer() + ": " + said);
        }
    }

    private String fieldOf(String pointer) {
        for (String at = pointer; at.startsWith("/"); at = at.substring(0, at.lastIndexOf('/'))) {
            if (fieldByPointer.containsKey(at)) {
                return fieldByPointer.get(at);
            }
        }
        return fieldByPointer.getOrDefault("", WHOLE);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public List<String> of(String field) {
        return byField.getOrDefault(field, List.of());
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    /** Everything, for the summary above the form. */
    public List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        byField.forEach((field, texts) -> texts.forEach(text -> all.add(new Entry(field, text))));
        return all;
    }

    public record Entry(String field, String text) {}
}
