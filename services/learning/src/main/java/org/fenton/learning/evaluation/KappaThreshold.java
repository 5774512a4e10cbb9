package org.fenton.learning.evaluation;

import java.util.stream.IntStream;

/** The probability from which calling a row positive agrees best with the training labels (Cohen's kappa); no test row is looked at. */
final class KappaThreshold {
    private KappaThreshold() {}

    /** NaN when no row has an answer. */
    static double best(double[] probability, boolean[] positive) {
        int[] order = IntStream.range(0, probability.length)
                .filter(i -> !Double.isNaN(probability[i]))
                .boxed()
                .sorted((i, j) -> Double.compare(probability[j], probability[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double total = order.length;
        double positives = IntStream.of(order).filter(i -> positive[i]).count();
        double best = Double.NaN;
        double bestKappa = Double.NEGATIVE_INFINITY;
        double hits = 0;
        for (int i = 0; i < order.length; i++) {
            hits += positive[order[i]] ? 1 : 0;
            boolean tied = i + 1 < order.length && probability[order[i]] == probability[order[i + 1]];
            double called = i + 1;
            double observed = (hits + total - called - positives + hits) / total;
            double chance = (called * positives + (total - called) * (total - positives)) / (total * total);
            double kappa = (observed - chance) / (1 - chance);
            if (!tied && kappa > bestKappa) {
                bestKappa = kappa;
                best = probability[order[i]];
            }
        }
        return best;
    }
}
