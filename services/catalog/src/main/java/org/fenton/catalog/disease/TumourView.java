package org.fenton.catalog.disease;

/** An OncoTree node as answered and released. */
public record TumourView(String id, String name, String parent, String tissue, String mainType) {
    public static TumourView of(TumourEntity row) {
        return new TumourView(row.id, row.name, row.parent, row.tissue, row.mainType);
    }
}
