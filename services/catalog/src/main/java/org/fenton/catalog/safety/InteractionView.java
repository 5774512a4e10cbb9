package org.fenton.catalog.safety;

import java.util.List;

/** An interaction class as answered and released. */
public record InteractionView(String id, String name, List<String> drugs, List<String> sources) {
    public static InteractionView of(InteractionEntity row) {
        return new InteractionView(row.id, row.name, row.drugs, row.sources);
    }
}
