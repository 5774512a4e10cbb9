package org.fenton.learning.plot;

import java.util.List;
import java.util.Locale;
import org.fenton.learning.plot.Svg.Point;

/** Predicted probability against the share that came true, a dot for each bin; a calibrated model's dots lie on the diagonal. */
public final class ReliabilityPlot {
    private static final double LEFT = 56;
    private static final double TOP = 60;
    private static final double SIDE = 320;

    private ReliabilityPlot() {}

    /** Rows of neighbouring probability. */
    public record Bin(int rows, double predicted, double observed) {}

    public static String svg(String head, List<Bin> bins) {
        int rows = bins.stream().mapToInt(Bin::rows).sum();
        Svg svg = new Svg(
                LEFT + SIDE + 24,
                TOP + SIDE + 56,
                "Reliability of " + head,
                "Mean predicted probability against the observed share in " + bins.size() + " bins of " + rows
                        + " held-out rows");
        svg.text(new Point(8, 22), "h2", "Reliability of " + head + ", " + rows + " held-out rows");
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double value = tenth / 10.0;
            svg.line(at(value, 0), at(value, 1), "grid");
            svg.line(at(0, value), at(1, value), "grid");
            svg.text(at(value, 0).plus(new Point(-8, 18), 1), "small", String.format(Locale.ROOT, "%.1f", value));
            svg.text(at(0, value).plus(new Point(-28, 4), 1), "small", String.format(Locale.ROOT, "%.1f", value));
        }
        svg.line(at(0, 0), at(1, 1), "zero");
        for (Bin bin : bins) {
            svg.group(String.format(
                            Locale.ROOT,
                            "predicted %.3f, observed %.3f, %d rows",
                            bin.predicted(),
                            bin.observed(),
                            bin.rows()))
                    .circle(at(bin.predicted(), bin.observed()), 5, "filled")
                    .end();
        }
        svg.text(new Point(LEFT + SIDE / 2 - 70, TOP + SIDE + 40), "small", "predicted probability");
        svg.text(new Point(8, TOP - 14), "small", "observed share");
        return svg.document();
    }

    private static Point at(double predicted, double observed) {
        return new Point(LEFT + SIDE * predicted, TOP + SIDE * (1 - observed));
    }
}
