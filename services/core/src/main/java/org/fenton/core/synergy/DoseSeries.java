package org.fenton.core.synergy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Replicated effects of one drug at ascending doses above 0, the other drug held at one dose.
 *
 * <p>Formula: a dose stands for the mean of its replicates, weighted by their number; what the replicates of a dose vary
 * among themselves is kept as a sum of squares.
 *
 * <p>Input: dose in micromolar above 0 to its effects in percent inhibition. A dose without effects does not count.
 *
 * <p>Empty is allowed and has no doses; NaN cannot occur in a {@link Well}.
 */
final class DoseSeries {
    private final double[] dose;
    private final double[] mean;
    private final double[] weight;
    private final double withinSquares;

    private DoseSeries(double[] dose, double[] mean, double[] weight, double withinSquares) {
        this.dose = dose;
        this.mean = mean;
        this.weight = weight;
        this.withinSquares = withinSquares;
    }

    static DoseSeries of(Map<Double, List<Double>> effects) {
        TreeMap<Double, List<Double>> sorted = new TreeMap<>(effects);
        sorted.values().removeIf(List::isEmpty);
        int n = sorted.size();
        DoseSeries series = new DoseSeries(new double[n], new double[n], new double[n], 0);
        double squares = 0;
        int i = 0;
        for (Map.Entry<Double, List<Double>> entry : sorted.entrySet()) {
            double[] values = entry.getValue().stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            series.dose[i] = entry.getKey();
            series.mean[i] = mean(values);
            series.weight[i] = values.length;
            for (double value : values) {
                squares += (value - series.mean[i]) * (value - series.mean[i]);
            }
            i++;
        }
        if (n > 0 && !(series.dose[0] > 0)) {
            throw new IllegalArgumentException("a dose series starts above 0, not at " + series.dose[0]);
        }
        return new DoseSeries(series.dose, series.mean, series.weight, squares);
    }

    /** Mean of values, summed in the order given; NaN when there are none. */
    static double mean(double[] values) {
        return DoubleStream.of(values).sum() / values.length;
    }

    int size() {
        return dose.length;
    }

    double dose(int i) {
        return dose[i];
    }

    double mean(int i) {
        return mean[i];
    }

    double weight(int i) {
        return weight[i];
    }

    double wells() {
        return Arrays.stream(weight).sum();
    }

    double withinSquares() {
        return withinSquares;
    }

    double smallest() {
        return dose[0];
    }

    double largest() {
        return dose[dose.length - 1];
    }
}
