package org.fenton.core.pathway;

import java.util.function.IntToDoubleFunction;

/** Sums of weight times expression over measured targets, in target order. */
final class WeightedTargets {
    private WeightedTargets() {}

    /** Σ w·x of each source and condition divided by the source's {@code divisor}. */
    static ActivityTable table(
            ActivityMethod method, ExpressionMatrix matrix, MeasuredNetwork network, IntToDoubleFunction divisor) {
        MatrixCheck.fits(matrix, network);
        double[][] scores =
                new double[matrix.conditions().size()][network.sources().size()];
        for (int s = 0; s < network.sources().size(); s++) {
            double total = divisor.applyAsDouble(s);
            for (int c = 0; c < scores.length; c++) {
                scores[c][s] = dot(network.geneIndex(s), network.weight(s), matrix.column(c)) / total;
            }
        }
        return new ActivityTable(
                method.key(), new ActivityTable.Axes(network.sources(), matrix.conditions()), scores, null);
    }

    static double dot(int[] index, double[] weight, double[] values) {
        double sum = 0;
        for (int i = 0; i < index.length; i++) {
            sum += weight[i] * values[index[i]];
        }
        return sum;
    }
}
