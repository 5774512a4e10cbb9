package org.fenton.catalog.seed;

/** The keys the tables of one folder refer to; each table fills its own before the tables that need it are read. */
public record SeedKeys(Keys sources, Keys nodes, Keys classes, Keys tumours, Keys scopes, Keys drugs) {
    public SeedKeys() {
        this(
                new Keys("source"),
                new Keys("node"),
                new Keys("drug class"),
                new Keys("tumour"),
                new Keys("scope"),
                new Keys("drug"));
    }
}
