package org.fenton.catalog.seed;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.fenton.core.knowledge.Scope;

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

    /** Over what a database holds: the ids of each table. */
    public static SeedKeys stored(Function<String, Set<String>> ids) {
        Set<String> scopes = new HashSet<>(ids.apply("scope"));
        scopes.add(Scope.GENERAL);
        return new SeedKeys(
                new Keys("source", ids.apply("source")),
                new Keys("node", ids.apply("node")),
                new Keys("drug class", ids.apply("drug_class")),
                new Keys("tumour", ids.apply("tumour")),
                new Keys("scope", scopes),
                new Keys("drug", ids.apply("drug")));
    }
}
