package org.fenton.gateway.workbench;

import java.util.List;

/**
 * The pathway map of a case, laid out; with the same in words for those who do not look at drawings.
 *
 * @param description one sentence that says what is to be seen
 * @param traces the ways of the drugs, strongest first
 * @param conflicts steps on which the sources disagree
 */
public record MapView(
        int width,
        int height,
        List<Heading> headings,
        List<Node> nodes,
        List<Edge> edges,
        String description,
        List<Trace> traces,
        List<Conflict> conflicts) {
    public record Heading(String label, int x) {}

    /** A step that sources record both ways, marked where it is drawn. */
    public record Conflict(String text, int x, int y) {}

    public record Node(String id, String label, int x, int y, NodeState state, boolean traced, boolean drug) {
        public int width() {
            return MapPlaces.NODE_WIDTH;
        }

        public int height() {
            return MapPlaces.NODE_HEIGHT;
        }

        public int textY() {
            return y + 16;
        }

        public int glyphX() {
            return x + MapPlaces.NODE_WIDTH - 6;
        }

        public int textX() {
            return x + 7;
        }
    }

    /**
     * @param line what is drawn
     * @param scope how well it fits the case, in words
     * @param trace promoting, inhibiting or empty
     */
    public record Edge(
            String from,
            String to,
            String sign,
            String line,
            String match,
            String scope,
            String trace,
            List<Reference> rows) {
        public String marker() {
            String side = trace.isEmpty() ? "" : "-" + trace;
            return (sign.equals("−") ? "minus" : "plus") + side;
        }

        public String words() {
            return sign.equals("−") ? "lowers" : "raises";
        }
    }

    /** @param direction promoting or inhibiting ferroptosis */
    public record Trace(
            String drug,
            String direction,
            String path,
            String strength,
            String basis,
            String scope,
            List<Reference> rows,
            List<Reference> studies) {}
}
