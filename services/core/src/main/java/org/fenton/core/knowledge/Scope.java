package org.fenton.core.knowledge;

import java.util.Set;

/**
 * Where a relation was seen: a tumour type, a state of a tumour, or a tissue.
 *
 * @param oncotree codes that a tumour scope covers, with their descendants; empty for states and tissues
 */
public record Scope(String id, String name, Kind kind, Set<String> oncotree) {
    public static final String GENERAL = "general";
    public static final String ANY_TUMOUR = "cancer";
    public static final String ANY_TISSUE = "tissue";

    public enum Kind {
        TUMOUR,
        STATE,
        TISSUE
    }

    public Scope {
        oncotree = Set.copyOf(oncotree);
    }
}
