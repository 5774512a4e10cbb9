package org.fenton.learning.plot;

import java.util.List;
import java.util.OptionalDouble;
import org.fenton.core.id.GeneSymbol;
import org.fenton.learning.plot.MechanismLayout.Edge;
import org.fenton.learning.plot.MechanismLayout.Node;
import org.fenton.learning.plot.Svg.Box;
import org.fenton.learning.plot.Svg.Point;

/** The JAK-STAT-ferroptosis graph with each node in the colour of what the case shows of it. */
final class MechanismPicture {
    static final double HEIGHT = 900;
    /** Activities (t) and expression (standard deviations or log2 differences) from which on a colour is full. */
    private static final double FULL_ACTIVITY = 4;

    private static final double FULL_EXPRESSION = 2;
    private static final double WIDTH = 128;
    private static final double TALL = 42;
    private static final double HEAD = 10;

    private final MechanismLayout layout;
    private final CaseView view;

    MechanismPicture(MechanismLayout layout, CaseView view) {
        this.layout = layout;
        this.view = view;
    }

    void draw(Svg svg) {
        layout.edges().forEach(edge -> drawEdge(svg, edge));
        layout.nodes().values().forEach(node -> drawNode(svg, node));
    }

    private void drawNode(Svg svg, Node node) {
        OptionalDouble activity = activity(node);
        OptionalDouble expression = expression(node);
        String value = value(node, activity, expression);
        Point c = node.centre();
        double corner = node.shows().equals("-") ? TALL / 2 : 4;
        Box box = new Box(c.x() - WIDTH / 2, c.y() - TALL / 2, WIDTH, TALL, corner);
        svg.group(node.label() + ": " + (value.isEmpty() ? "not measured" : value));
        if (activity.isPresent()) {
            svg.filledBox(box, "node", Ink.fill(activity.getAsDouble(), FULL_ACTIVITY));
        } else if (expression.isPresent()) {
            svg.filledBox(box, "node", Ink.fill(expression.getAsDouble(), FULL_EXPRESSION));
        } else {
            svg.box(box, "unmeasured");
        }
        svg.text(new Point(c.x(), c.y() - 3), "middle", node.label());
        svg.text(new Point(c.x(), c.y() + 14), "smallmiddle", value.isEmpty() ? "not measured" : value);
        svg.end();
    }

    private static String value(Node node, OptionalDouble activity, OptionalDouble expression) {
        if (node.shown("factor").isEmpty()) {
            return expression.isPresent() ? Svg.signed(expression.getAsDouble()) : "";
        }
        String a = activity.isPresent() ? "a " + Svg.signed(activity.getAsDouble()) : "";
        String e = expression.isPresent() ? "e " + Svg.signed(expression.getAsDouble()) : "";
        return a + (a.isEmpty() || e.isEmpty() ? "" : "  ") + e;
    }

    private OptionalDouble activity(Node node) {
        return node.shown("factor").stream()
                .filter(view.factors()::containsKey)
                .mapToDouble(view.factors()::get)
                .average();
    }

    /** Of a single gene; a node of two genes shows no expression, as the mean of two levels is neither's. */
    private OptionalDouble expression(Node node) {
        List<String> genes = node.shown("gene").isEmpty() ? node.shown("factor") : node.shown("gene");
        return genes.size() == 1 ? view.profile().value(new GeneSymbol(genes.get(0))) : OptionalDouble.empty();
    }

    private void drawEdge(Svg svg, Edge edge) {
        Point from = edge.from().centre();
        Point to = edge.to().centre();
        Point start = border(from, edge.bend().orElse(to));
        Point end = border(to, edge.bend().orElse(from));
        Point back = end.towards(edge.bend().orElse(start));
        Point side = new Point(-back.y(), back.x());
        Point tip = end.plus(back, 2);
        String verb = edge.sign() > 0 ? " promotes " : " inhibits ";
        svg.group(edge.from().label() + verb + edge.to().label() + " (" + edge.source() + ")");
        Point neck = tip.plus(back, edge.sign() > 0 ? HEAD : 1);
        String curve = edge.bend().map(bend -> "Q" + Svg.at(bend) + " ").orElse("L");
        svg.path("M" + Svg.at(start) + curve + Svg.at(neck), "edge");
        if (edge.sign() > 0) {
            svg.path(
                    "M" + Svg.at(tip) + "L" + Svg.at(neck.plus(side, HEAD * 0.45)) + "L"
                            + Svg.at(neck.plus(side, -HEAD * 0.45)) + "Z",
                    "arrow");
        } else {
            Point bar = tip.plus(back, 1.5);
            svg.path("M" + Svg.at(bar.plus(side, 7)) + "L" + Svg.at(bar.plus(side, -7)), "bar");
        }
        svg.end();
    }

    /** Where the line from a box's centre towards {@code target} leaves the box. */
    private static Point border(Point centre, Point target) {
        Point direction = centre.towards(target);
        double across = direction.x() == 0 ? Double.MAX_VALUE : WIDTH / 2 / Math.abs(direction.x());
        double along = direction.y() == 0 ? Double.MAX_VALUE : TALL / 2 / Math.abs(direction.y());
        return centre.plus(direction, Math.min(across, along));
    }

    /** The key to colours, heads and outlines, one line high. */
    void drawLegend(Svg svg) {
        double x = 0;
        for (int step = -2; step <= 2; step++) {
            svg.filledBox(new Box(x, 0, 40, 18, 0), "node", Ink.fill(step, 2));
            svg.text(new Point(x + 20, 33), "smallmiddle", List.of("\u2212\u2212", "\u2212", "0", "+", "++").get(step + 2));
            x += 40;
        }
        svg.text(new Point(215, 8), "small", "fill: a, activity (ulm t), full at \u00b14; without a,");
        svg.text(new Point(215, 25), "small", "e, expression (" + unit() + "), full at \u00b12");
        svg.path("M550 9L580 9", "edge").path("M590 9L580 4.5L580 13.5Z", "arrow");
        svg.text(new Point(598, 14), "small", "promotes");
        svg.path("M670 9L699 9", "edge").path("M700 2L700 16", "bar");
        svg.text(new Point(710, 14), "small", "inhibits");
        svg.box(new Box(785, 0, 40, 18, 4), "unmeasured");
        svg.text(new Point(833, 14), "small", "not measured");
        svg.box(new Box(930, 0, 40, 18, 9), "unmeasured");
        svg.text(new Point(978, 14), "small", "metabolite or process: expression cannot tell");
    }

    private String unit() {
        return switch (view.profile().scale()) {
            case CONTRAST -> "the contrast's own unit";
            case ZSCORE -> "standard deviations above the reference";
            case LOG2 -> "raw log2";
        };
    }
}
