package org.fenton.learning.interaction;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Cohen's kappa of calling every row from some probability on positive. */
final class Kappa {
    private Kappa() {}

    /** The probability with the largest kappa; one half when every row has the same. */
    static double bestThreshold(double[] probability, boolean[] positive) {
        int[] order = IntStream.range(0, probability.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -probability[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double n = order.length;
        double positives = 0;
        for (boolean p : positive) {
            positives += p ? 1 : 0;
        }
        double best = 0;
        double threshold = 0.5;
        double hits = 0;
        for (int called = 1; called < order.length; called++) {
            int row = order[called - 1];
            hits += positive[row] ? 1 : 0;
            double agreed = (hits + (n - positives - (called - hits))) / n;
            double chance = (called * positives + (n - called) * (n - positives)) / (n * n);
            double kappa = (agreed - chance) / (1 - chance);
            if (probability[order[called]] != probability[row] && kappa > best) {
                best = kappa;
                threshold = probability[row];
            }
        }
        return threshold;
    }
}
