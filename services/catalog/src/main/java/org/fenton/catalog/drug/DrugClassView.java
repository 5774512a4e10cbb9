package org.fenton.catalog.drug;

/** A drug class as answered and released. */
public record DrugClassView(String id, String name, String parent) {
    public static DrugClassView of(DrugClassEntity row) {
        return new DrugClassView(row.id, row.name, row.parent);
    }
}
