package org.fenton.gateway.workbench;

import java.util.List;

/**
 * The form of a case as it is shown: what was entered stays, what is wrong stands beside it.
 *
 * @param document the part of the case that the form has no fields for; empty when there is none
 * @param about what the document holds, for people
 */
public record FormView(FormOptions options, String document, String about, Values values, FieldFaults faults) {
    /** What is in the fields. */
    public record Values(Fields fields) {
        public String of(String field) {
            return fields.text(field);
        }

        public boolean has(String field, String value) {
            return fields.all(field).contains(value);
        }
    }

    static FormView of(FormOptions options, Fields fields, FieldFaults faults) {
        return new FormView(options, "", "", new Values(fields), faults);
    }

    FormView over(String rest, String what) {
        return new FormView(options, rest, what, values, faults);
    }

    public List<String> scales() {
        return List.of("contrast", "log2", "zscore");
    }

    public boolean isOpen(String part) {
        return switch (part) {
            case "patient" ->
                hasAny(
                        "ageYears",
                        "sex",
                        "pregnant",
                        "lactating",
                        "immunotherapy",
                        "history",
                        "organs",
                        "alterations",
                        "genotypes");
            case "labs" -> options.labs().stream().anyMatch(lab -> hasAny("lab." + lab.name()));
            default -> hasAny("activities", "genes");
        };
    }

    private boolean hasAny(String... names) {
        for (String name : names) {
            if (values.fields().has(name) || faults.has(name)) {
                return true;
            }
        }
        return false;
    }
}
