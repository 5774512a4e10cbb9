package org.fenton.catalog.disease;

import java.util.List;
import org.fenton.core.knowledge.Scope.Kind;

/** A scope as answered and released. */
public record ScopeView(String id, String name, Kind kind, List<String> oncotree) {
    public static ScopeView of(ScopeEntity row) {
        return new ScopeView(row.id, row.name, row.kind, row.oncotree);
    }
}
