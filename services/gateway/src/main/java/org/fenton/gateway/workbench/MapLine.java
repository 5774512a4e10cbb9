package org.fenton.gateway.workbench;

/** The line of a step, from the edge of one box to the edge of another. */
final class MapLine {
    private static final int GAP = 5;

    private MapLine() {}

    static String between(MapPlaces.Place from, MapPlaces.Place to, int sign) {
        int shift = sign < 0 ? 3 : -3;
        if (from.column() == to.column()) {
            int bulge = from.right() + 26;
            return "M" + from.right() + " " + (from.y() + shift) + " C" + bulge + " " + from.y() + " " + bulge + " "
                    + to.y() + " " + (to.right() + GAP) + " " + (to.y() + shift);
        }
        boolean forward = from.column() < to.column();
        int start = forward ? from.right() : from.left();
        int end = forward ? to.left() - GAP : to.right() + GAP;
        int reach = (end - start) / 2;
        return "M" + start + " " + (from.y() + shift) + " C" + (start + reach) + " " + (from.y() + shift) + " "
                + (end - reach) + " " + (to.y() + shift) + " " + end + " " + (to.y() + shift);
    }

    /** A node's id as short as the map needs it. */
    static String shortened(String id) {
        return switch (id) {
            case "type-i-interferon" -> "IFN-α/β";
            case "il6-receptor-complex" -> "IL-6 receptor";
            case "coq10-reduced" -> "CoQ10H₂";
            case "bh4" -> "BH4";
            case "pufa-phospholipids" -> "PUFA-PL";
            case "labile-iron" -> "labile iron";
            case "lipid-peroxidation" -> "lipid perox.";
            case "AIFM2" -> "AIFM2/FSP1";
            default -> id;
        };
    }
}
