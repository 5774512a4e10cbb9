package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mean predicted probability against the observed share, a mark a bin of held-out rows; on the diagonal they agree. */
public record ReliabilityPlot(String regime, List<Mark> marks, String line) {
    /** Length of an axis from 0 to 1. */
    private static final int SIDE = 240;

    private static final int LEFT = 34;
    private static final int TOP = 10;

    /** @param rows of the bin; the radius grows with their square root */
    public record Mark(String predicted, String observed, String rows, double x, double y, double radius) {}

    /** All held-out rows first. */
    static List<ReliabilityPlot> byRegime(JsonNode regimes) {
        List<ReliabilityPlot> plots = new ArrayList<>();
        of("all held-out rows", regimes.path("model")).ifPresent(plots::add);
        regimes.properties().stream()
                .filter(regime -> !regime.getKey().equals("model"))
                .forEach(regime ->
                        of(regime.getKey().replace('-', ' '), regime.getValue()).ifPresent(plots::add));
        return plots;
    }

    /** Empty when there are no bins. */
    static Optional<ReliabilityPlot> of(String regime, JsonNode bins) {
        if (!bins.isArray()) {
            return Optional.empty();
        }
        double most = 1;
        for (JsonNode bin : bins) {
            most = Math.max(most, bin.path("rows").asDouble());
        }
        List<Mark> marks = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (JsonNode bin : bins) {
            double predicted = bin.path("predicted").asDouble();
            double observed = bin.path("observed").asDouble();
            double x = at(LEFT, predicted);
            double y = at(TOP, 1 - observed);
            line.append(line.isEmpty() ? "" : " ").append(x).append(',').append(y);
            marks.add(new Mark(
                    Numbers.fixed(predicted, 3),
                    Numbers.fixed(observed, 3),
                    Numbers.count(bin.path("rows").asLong()),
                    x,
                    y,
                    Math.round((2 + 3 * Math.sqrt(bin.path("rows").asDouble() / most)) * 10) / 10.0));
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(new ReliabilityPlot(regime, marks, line.toString()));
    }

    private static double at(int start, double share) {
        return Math.round((start + share * SIDE) * 10) / 10.0;
    }
}
