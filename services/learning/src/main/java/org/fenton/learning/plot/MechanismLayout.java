package org.fenton.learning.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenton.learning.files.Vocabulary;
import org.fenton.learning.plot.Svg.Point;

/** The nodes and edges of the mechanism picture with their places, as {@code mechanism-layout.tsv} has them. */
record MechanismLayout(Map<String, Node> nodes, List<Edge> edges) {
    /** @param shows {@code gene:A}, {@code factor:A,B} or {@code -} */
    record Node(String id, String label, Point centre, String shows) {
        /** The genes whose expression it shows; the factors whose activity. */
        List<String> shown(String kind) {
            return shows.startsWith(kind + ":")
                    ? List.of(shows.substring(kind.length() + 1).split(","))
                    : List.of();
        }
    }

    /**
     * @param bends no control point for a straight line, one or two for a curve
     * @param where {@code general}, or the tissues in which it was recorded
     */
    record Edge(Node from, Node to, Sign sign, List<Point> bends, String source, String where) {
        boolean isGeneral() {
            return where.equals("general");
        }
    }

    /** What an edge does to its end. */
    enum Sign {
        PROMOTES("promotes"),
        INHIBITS("inhibits"),
        /** Both are recorded. */
        DIFFERS("promotes or inhibits, by tissue,");

        private final String verb;

        Sign(String verb) {
            this.verb = verb;
        }

        String verb() {
            return verb;
        }
    }

    static MechanismLayout standard() {
        return parse(Vocabulary.text("plot/mechanism-layout.tsv"));
    }

    /** @throws IllegalArgumentException naming the line that is no node or edge */
    static MechanismLayout parse(String text) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] cells = line.split("\t");
            if (cells.length == 6 && cells[0].equals("node")) {
                nodes.put(cells[1], new Node(cells[1], cells[2], point(cells[3], cells[4]), cells[5]));
            } else if (cells.length == 7
                    && cells[0].equals("edge")
                    && nodes.containsKey(cells[1])
                    && nodes.containsKey(cells[2])) {
                edges.add(new Edge(
                        nodes.get(cells[1]), nodes.get(cells[2]), sign(cells[3]), bends(cells[4]), cells[5], cells[6]));
            } else {
                throw new IllegalArgumentException(
                        "mechanism-layout.tsv: '" + line + "' is no node, nor an edge between nodes above it");
            }
        }
        return new MechanismLayout(nodes, edges);
    }

    private static Sign sign(String cell) {
        return switch (cell) {
            case "+" -> Sign.PROMOTES;
            case "-" -> Sign.INHIBITS;
            case "+/-" -> Sign.DIFFERS;
            default -> throw new IllegalArgumentException("a sign is +, - or +/-, not " + cell);
        };
    }

    private static List<Point> bends(String cell) {
        List<Point> bends = new ArrayList<>();
        if (!cell.equals("-")) {
            for (String point : cell.split(";")) {
                String[] xy = point.split(",");
                bends.add(point(xy[0], xy[1]));
            }
        }
        return bends;
    }

    private static Point point(String x, String y) {
        return new Point(Double.parseDouble(x), Double.parseDouble(y));
    }
}
