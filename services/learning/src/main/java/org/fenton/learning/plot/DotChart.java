package org.fenton.learning.plot;

import java.util.List;
import java.util.OptionalDouble;
import org.fenton.learning.plot.DotRow.Mark;
import org.fenton.learning.plot.Svg.Box;
import org.fenton.learning.plot.Svg.Point;

/**
 * A chart of one bar and dot a row, with how much was measured.
 *
 * @param columns where the columns begin, in pixels from the chart's left
 */
record DotChart(String title, String subtitle, List<DotRow> rows, Columns columns) {
    static final double ROW = 24;
    private static final double TOP = 62;
    private static final double COVERAGE_WIDTH = 34;
    private static final double DOT = 4.5;

    /** @param plot left edge of the plot, @param value left edge of the numbers */
    record Columns(double plot, double value) {}

    double height() {
        return TOP + ROW * rows.size() + 26;
    }

    void draw(Svg svg) {
        double limit = limit();
        svg.text(new Point(0, 18), "h2", title).text(new Point(0, 38), "small", subtitle);
        double bottom = TOP + ROW * rows.size();
        for (double tick : List.of(-limit, -limit / 2, 0.0, limit / 2, limit)) {
            double x = x(tick, limit);
            svg.line(new Point(x, TOP - 4), new Point(x, bottom + 4), tick == 0 ? "zero" : "grid");
            svg.text(
                    new Point(x, bottom + 20),
                    "smallmiddle",
                    tick == 0 ? "0" : Svg.signed(tick).replace(".00", ""));
        }
        for (int i = 0; i < rows.size(); i++) {
            drawRow(svg, rows.get(i), TOP + ROW * i + ROW / 2, limit);
        }
    }

    /** The whole numbers on both sides that hold every value. */
    private double limit() {
        double largest = rows.stream()
                .filter(row -> row.value().isPresent())
                .mapToDouble(
                        row -> Math.abs(row.value().getAsDouble()) + row.doubt().orElse(0))
                .max()
                .orElse(1);
        return Math.max(2, 2 * Math.ceil(largest / 2));
    }

    private double x(double value, double limit) {
        double middle = (columns.plot() + columns.value() - 14) / 2;
        return middle + value / limit * (middle - columns.plot());
    }

    private void drawRow(Svg svg, DotRow row, double y, double limit) {
        svg.group(row.tooltip());
        svg.text(new Point(0, y + 5), "", row.label());
        drawCoverage(svg, row.measured(), y);
        OptionalDouble value = row.value();
        if (value.isEmpty()) {
            svg.text(new Point(columns.plot(), y + 4), "faint", row.note()).end();
            return;
        }
        double score = value.getAsDouble();
        Point tip = new Point(x(score, limit), y);
        svg.line(new Point(x(0, limit), y), tip, score < 0 ? "down" : "up");
        row.doubt().ifPresent(doubt -> {
            double from = x(score - doubt, limit);
            double to = x(score + doubt, limit);
            svg.path(
                    "M" + Svg.at(new Point(from, y)) + "L" + Svg.at(new Point(to, y)) + "M"
                            + Svg.at(new Point(from, y - 4))
                            + "L" + Svg.at(new Point(from, y + 4)) + "M" + Svg.at(new Point(to, y - 4)) + "L"
                            + Svg.at(new Point(to, y + 4)),
                    "doubt");
        });
        if (row.mark() == Mark.NONE) {
            double d = DOT;
            svg.path(
                    "M" + Svg.at(tip.plus(new Point(0, -d), 1)) + "L" + Svg.at(tip.plus(new Point(d, 0), 1)) + "L"
                            + Svg.at(tip.plus(new Point(0, d), 1)) + "L" + Svg.at(tip.plus(new Point(-d, 0), 1)) + "Z",
                    "hollow");
        } else {
            svg.circle(tip, DOT, row.mark() == Mark.FILLED ? "filled" : "hollow");
        }
        String star = row.mark() == Mark.FILLED ? "*" : "";
        svg.text(new Point(columns.value() + 48, y + 5), "right", Svg.signed(score));
        svg.text(new Point(columns.value() + 50, y + 5), "", star);
        svg.text(new Point(columns.value() + 62, y + 5), "small", row.note());
        svg.end();
    }

    private void drawCoverage(Svg svg, DotRow.Measured measured, double y) {
        double share = measured.total() == 0 ? 0 : (double) measured.measured() / measured.total();
        double left = columns.plot() - 10 - COVERAGE_WIDTH;
        svg.box(new Box(left, y - 4, COVERAGE_WIDTH, 8, 0), "coverage");
        if (share > 0) {
            svg.box(new Box(left, y - 4, COVERAGE_WIDTH * share, 8, 0), "measured");
        }
        svg.text(new Point(left - 6, y + 4), "smallright", measured.measured() + "/" + measured.total());
    }
}
