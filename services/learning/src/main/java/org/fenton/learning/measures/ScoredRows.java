package org.fenton.learning.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Probabilities beside outcomes, sorted once, so that a bootstrap is one pass a replicate.
 *
 * <p>Equal probabilities form one threshold in both areas. {@link #measures(double[])} takes a weight a row, which is how often a bootstrap
 * drew the row's pair.
 */
public final class ScoredRows {
    private static final int BINS = 10;

    private final double[] probability;
    private final boolean[] synergistic;
    private final int[] descending;

    /** @throws IllegalArgumentException when the lengths differ or a probability is NaN or outside 0 to 1 */
    public ScoredRows(double[] probability, boolean[] synergistic) {
        if (probability.length != synergistic.length) {
            throw new IllegalArgumentException(
                    probability.length + " probabilities for " + synergistic.length + " outcomes");
        }
        for (double p : probability) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("probability " + p + " is not within 0 to 1");
            }
        }
        this.probability = probability.clone();
        this.synergistic = synergistic.clone();
        this.descending = IntStream.range(0, probability.length)
                .boxed()
                .sorted((i, j) -> Double.compare(probability[j], probability[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** All rows of several, in their order. */
    public static ScoredRows joined(List<ScoredRows> parts) {
        return new ScoredRows(
                parts.stream()
                        .flatMapToDouble(p -> Arrays.stream(p.probability))
                        .toArray(),
                outcomes(parts));
    }

    private static boolean[] outcomes(List<ScoredRows> parts) {
        boolean[] all = new boolean[parts.stream().mapToInt(ScoredRows::size).sum()];
        int at = 0;
        for (ScoredRows part : parts) {
            System.arraycopy(part.synergistic, 0, all, at, part.size());
            at += part.size();
        }
        return all;
    }

    public int size() {
        return probability.length;
    }

    /**
     * Rows of neighbouring probability.
     *
     * @param predicted mean probability
     * @param observed share of rows that were synergistic
     */
    public record Bin(int rows, double predicted, double observed) {}

    /** Ten bins of equally many rows by rising probability, fewer when there are fewer rows. */
    public List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int bin = BINS - 1; bin >= 0; bin--) {
            int from = (int) ((long) size() * bin / BINS);
            int to = (int) ((long) size() * (bin + 1) / BINS);
            if (from == to) {
                continue;
            }
            double predicted = 0;
            int observed = 0;
            for (int i = from; i < to; i++) {
                predicted += probability[descending[i]];
                observed += synergistic[descending[i]] ? 1 : 0;
            }
            bins.add(new Bin(to - from, rounded(predicted / (to - from)), rounded((double) observed / (to - from))));
        }
        return bins;
    }

    private static double rounded(double share) {
        return Math.rint(share * 1e6) / 1e6;
    }

    public Measures measures() {
        double[] ones = new double[size()];
        Arrays.fill(ones, 1);
        return measures(ones);
    }

    /** NaN areas when all weight is on one kind of row. */
    public Measures measures(double[] weight) {
        double positives = 0;
        double total = 0;
        double squares = 0;
        for (int i = 0; i < size(); i++) {
            total += weight[i];
            positives += synergistic[i] ? weight[i] : 0;
            double error = probability[i] - (synergistic[i] ? 1 : 0);
            squares += weight[i] * error * error;
        }
        double[] areas = areas(weight, positives, total - positives);
        return new Measures(areas[0], areas[1], squares / total, calibrationError(weight, total), positives / total);
    }

    private double[] areas(double[] weight, double positives, double negatives) {
        double truePositives = 0;
        double falsePositives = 0;
        double roc = 0;
        double precisionRecall = 0;
        int i = 0;
        while (i < descending.length) {
            double tied = probability[descending[i]];
            double gainedTrue = 0;
            double gainedFalse = 0;
            while (i < descending.length && probability[descending[i]] == tied) {
                int row = descending[i++];
                gainedTrue += synergistic[row] ? weight[row] : 0;
                gainedFalse += synergistic[row] ? 0 : weight[row];
            }
            roc += gainedFalse * (truePositives + gainedTrue / 2);
            truePositives += gainedTrue;
            falsePositives += gainedFalse;
            if (gainedTrue > 0) {
                precisionRecall += gainedTrue / positives * truePositives / (truePositives + falsePositives);
            }
        }
        boolean defined = positives > 0 && negatives > 0;
        return new double[] {
            defined ? roc / (positives * negatives) : Double.NaN, defined ? precisionRecall : Double.NaN
        };
    }

    private double calibrationError(double[] weight, double total) {
        double[] predicted = new double[BINS];
        double[] observed = new double[BINS];
        for (int i = 0; i < size(); i++) {
            int bin = Math.min(BINS - 1, (int) (probability[i] * BINS));
            predicted[bin] += weight[i] * probability[i];
            observed[bin] += synergistic[i] ? weight[i] : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(predicted[bin] - observed[bin]) / total;
        }
        return error;
    }
}
