package org.fenton.learning.plot;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.fenton.core.id.GeneSymbol;
import org.fenton.learning.plot.MechanismLayout.Edge;
import org.fenton.learning.plot.MechanismLayout.Node;
import org.fenton.learning.plot.MechanismLayout.Sign;
import org.fenton.learning.plot.Svg.Box;
import org.fenton.learning.plot.Svg.Point;

/** The JAK-STAT-ferroptosis graph with each node in the colour of what the case shows of it. */
final class MechanismPicture {
    static final double HEIGHT = 900;
    static final double LEGEND = 72;
    /** Activities (t) and expression (standard deviations or log2 differences) from which on a colour is full. */
    private static final double FULL_ACTIVITY = 4;

    private static final double FULL_EXPRESSION = 2;
    private static final double WIDTH = 132;
    private static final double TALL = 42;
    private static final double HEAD = 10;

    private final MechanismLayout layout;
    private final CaseView view;
    private final NodeLevels levels;

    MechanismPicture(MechanismLayout layout, CaseView view) {
        this.layout = layout;
        this.view = view;
        this.levels = NodeLevels.of(view.profile());
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
        String shown = value.isEmpty() ? absent(node) : value;
        svg.group(node.label() + ": " + shown);
        if (activity.isPresent()) {
            svg.filledBox(box, "node", Ink.fill(activity.getAsDouble(), FULL_ACTIVITY));
        } else if (expression.isPresent()) {
            svg.filledBox(box, "node", Ink.fill(expression.getAsDouble(), FULL_EXPRESSION));
        } else {
            svg.box(box, "unmeasured");
        }
        svg.text(new Point(c.x(), c.y() - 3), "label", node.label());
        svg.text(new Point(c.x(), c.y() + 14), "smallmiddle", shown);
        svg.end();
    }

    /** Expression never shows a metabolite; a gene may be measured and yet have no level to be compared with. */
    private static String absent(Node node) {
        return node.shows().equals("-") ? "not measured" : "no value";
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
        return genes.size() == 1 ? levels.of(new GeneSymbol(genes.get(0))) : OptionalDouble.empty();
    }

    private void drawEdge(Svg svg, Edge edge) {
        Point from = edge.from().centre();
        Point to = edge.to().centre();
        List<Point> bends = edge.bends();
        Point start = border(from, bends.isEmpty() ? to : bends.get(0));
        Point end = border(to, bends.isEmpty() ? from : bends.get(bends.size() - 1));
        Point back = end.towards(bends.isEmpty() ? start : bends.get(bends.size() - 1));
        svg.group(edge.from().label() + " " + edge.sign().verb() + " "
                + edge.to().label() + " (" + edge.source() + "; " + edge.where() + ")");
        String command = List.of("L", "Q", "C").get(bends.size());
        String curve = command + bends.stream().map(bend -> Svg.at(bend) + " ").collect(Collectors.joining());
        Point neck = drawHead(svg, edge.sign(), end.plus(back, 2), back);
        svg.path("M" + Svg.at(start) + curve + Svg.at(neck), edge.isGeneral() ? "edge" : "edge local");
        svg.end();
    }

    /** An arrow, a bar, or a bar behind an arrow; gives where the line ends. */
    private static Point drawHead(Svg svg, Sign sign, Point tip, Point back) {
        Point side = new Point(-back.y(), back.x());
        Point neck = sign == Sign.INHIBITS ? tip.plus(back, 1) : tip.plus(back, HEAD);
        if (sign != Sign.INHIBITS) {
            svg.path(
                    "M" + Svg.at(tip) + "L" + Svg.at(neck.plus(side, HEAD * 0.45)) + "L"
                            + Svg.at(neck.plus(side, -HEAD * 0.45)) + "Z",
                    "arrow");
        }
        if (sign != Sign.PROMOTES) {
            Point bar = neck.plus(back, sign == Sign.INHIBITS ? 0.5 : 3);
            svg.path("M" + Svg.at(bar.plus(side, 7)) + "L" + Svg.at(bar.plus(side, -7)), "bar");
        }
        return neck;
    }

    /** Where the line from a box's centre towards {@code target} leaves the box. */
    private static Point border(Point centre, Point target) {
        Point direction = centre.towards(target);
        double across = direction.x() == 0 ? Double.MAX_VALUE : WIDTH / 2 / Math.abs(direction.x());
        double along = direction.y() == 0 ? Double.MAX_VALUE : TALL / 2 / Math.abs(direction.y());
        return centre.plus(direction, Math.min(across, along));
    }

    /** The key to colours, heads and outlines, {@value #LEGEND} high. */
    void drawLegend(Svg svg) {
        double x = 0;
        for (int step = -2; step <= 2; step++) {
            svg.filledBox(new Box(x, 0, 40, 18, 0), "node", Ink.fill(step, 2));
            svg.text(
                    new Point(x + 20, 33),
                    "smallmiddle",
                    List.of("\u2212\u2212", "\u2212", "0", "+", "++").get(step + 2));
            x += 40;
        }
        svg.text(
                new Point(215, 14),
                "small",
                "fill: a, activity (ulm t), full at \u00b14; without it e, expression (" + levels.unit()
                        + "), full at \u00b12");
        drawKey(svg, 0, Sign.PROMOTES, "edge", "promotes");
        drawKey(svg, 125, Sign.INHIBITS, "edge", "inhibits");
        drawKey(svg, 245, Sign.DIFFERS, "edge", "either, by tissue");
        drawKey(svg, 420, Sign.PROMOTES, "edge local", "in some tissues");
        svg.box(new Box(585, 50, 40, 18, 4), "unmeasured");
        svg.text(new Point(633, 64), "small", "gene without a value (not in table or reference)");
        svg.box(new Box(948, 50, 40, 18, 9), "unmeasured");
        svg.text(new Point(996, 64), "small", "metabolite or process");
    }

    private static void drawKey(Svg svg, double x, Sign sign, String style, String text) {
        Point neck = drawHead(svg, sign, new Point(x + 40, 59), new Point(-1, 0));
        svg.line(new Point(x, 59), neck, style);
        svg.text(new Point(x + 50, 64), "small", text);
    }
}
