package org.fenton.gateway.workbench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where nodes stand on the pathway map: from signals at the left over kinases, factors, genes and pools to ferroptosis at the
 * right. The places of the well-known ones are fixed, so that two cases can be laid side by side.
 */
final class MapPlaces {
    static final int NODE_WIDTH = 98;
    static final int NODE_HEIGHT = 24;
    private static final int COLUMN = 150;
    private static final int ROW = 36;
    private static final int LEFT = 8;
    private static final int TOP = 46;

    static final List<String> COLUMNS =
            List.of("Drug", "Signal", "Kinase", "Factor", "Gene", "Pool", "Membrane", "Outcome");
    private static final List<List<String>> FIXED = List.of(
            List.of(),
            List.of("IL6", "il6-receptor-complex", "", "IFNG", "type-i-interferon", "", "IL4", "IL13"),
            List.of("JAK1", "JAK2", "TYK2", "JAK3", "", "EGFR", "SRC"),
            List.of("STAT3", "STAT5A", "STAT5B", "", "STAT1", "IRF1", "", "STAT6", "", "NFE2L2", "ATF4", "TP53"),
            List.of(
                    "SLC7A11", "GPX4", "AIFM2", "GCH1", "DHODH", "ACSL4", "ALOX15", "SCD", "TFRC", "FTH1", "NCOA4",
                    "SLC40A1", "HMOX1", "HAMP"),
            List.of("cystine", "glutathione", "coq10-reduced", "bh4", "", "pufa-phospholipids", "", "", "labile-iron"),
            List.of("", "", "", "", "lipid-peroxidation"),
            List.of("", "", "", "", "ferroptosis"));

    /** The middle of a node. */
    record Place(int column, int x, int y) {
        int right() {
            return x + NODE_WIDTH / 2;
        }

        int left() {
            return x - NODE_WIDTH / 2;
        }
    }

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<Integer, Integer> next = new HashMap<>();
    private final int firstColumn;

    /** @param firstColumn 0 with a column for drugs, 1 without */
    MapPlaces(int firstColumn) {
        this.firstColumn = firstColumn;
        for (int column = 0; column < FIXED.size(); column++) {
            next.put(column, FIXED.get(column).size());
        }
    }

    /** The fixed nodes, column by column. */
    static List<String> fixed() {
        return FIXED.stream()
                .flatMap(List::stream)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    void placeFixed(String node) {
        for (int column = 0; column < FIXED.size(); column++) {
            int row = FIXED.get(column).indexOf(node);
            if (row >= 0) {
                places.put(node, place(column, row));
            }
        }
    }

    /** A node without a fixed place stands below the others of its column. */
    void place(String node, int column) {
        if (!places.containsKey(node)) {
            int row = next.merge(column, 1, Integer::sum) - 1;
            places.put(node, place(column, row));
        }
    }

    private Place place(int column, int row) {
        return new Place(
                column, LEFT + (column - firstColumn) * COLUMN + NODE_WIDTH / 2, TOP + row * ROW + NODE_HEIGHT / 2);
    }

    boolean has(String node) {
        return places.containsKey(node);
    }

    Place of(String node) {
        return places.get(node);
    }

    Map<String, Place> all() {
        return places;
    }

    int headingX(int column) {
        return LEFT + (column - firstColumn) * COLUMN;
    }

    int width() {
        return LEFT + (FIXED.size() - 1 - firstColumn) * COLUMN + NODE_WIDTH + LEFT;
    }

    int height() {
        return places.values().stream().mapToInt(Place::y).max().orElse(TOP) + ROW;
    }
}
