package org.fenton.learning.interaction;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fenton.learning.training.Calibration;

/**
 * How a raw score becomes a probability: Platt's curve or isotonic regression, whichever had the lower log loss on rows it was not fitted on.
 *
 * <p>Inputs: raw scores within 0 to 1. Output within 0 to 1, never falling with the raw score. Isotonic: pool adjacent violators, steps joined by straight lines
 * between the steps' mean scores, so that equal order is kept where steps are flat as far as the curve allows; kept within 1 / (n + 2) of the ends.
 *
 * <p>Source: Platt 1999; Zadrozny and Elkan 2002, doi:10.1145/775047.775151.
 *
 * @param steps empty when Platt's curve was chosen
 * @param lossPlatt cross-fitted mean log loss
 * @param lossIsotonic cross-fitted mean log loss
 */
record Recalibration(Calibration platt, Optional<Steps> steps, double lossPlatt, double lossIsotonic) {
    /** Raw score and probability of each step, both rising. */
    record Steps(double[] raw, double[] probability) {
        double apply(double score) {
            int at = Arrays.binarySearch(raw, score);
            if (at >= 0) {
                return probability[at];
            }
            int above = -at - 1;
            if (above == 0) {
                return probability[0];
            }
            if (above == raw.length) {
                return probability[raw.length - 1];
            }
            double part = (score - raw[above - 1]) / (raw[above] - raw[above - 1]);
            return probability[above - 1] + part * (probability[above] - probability[above - 1]);
        }
    }

    static Recalibration fit(double[] raw, boolean[] positive) {
        double platt = 0;
        double isotonic = 0;
        for (int half = 0; half < 2; half++) {
            int side = half;
            int[] learned =
                    IntStream.range(0, raw.length).filter(i -> (i & 1) != side).toArray();
            int[] judged =
                    IntStream.range(0, raw.length).filter(i -> (i & 1) == side).toArray();
            Calibration curve = Calibration.fit(pick(raw, learned), pick(positive, learned));
            Steps stairs = isotonic(pick(raw, learned), pick(positive, learned));
            for (int i : judged) {
                platt += loss(curve.apply(raw[i]), positive[i]) / raw.length;
                isotonic += loss(stairs.apply(raw[i]), positive[i]) / raw.length;
            }
        }
        Calibration curve = Calibration.fit(raw, positive);
        Optional<Steps> steps = isotonic < platt ? Optional.of(isotonic(raw, positive)) : Optional.empty();
        return new Recalibration(curve, steps, platt, isotonic);
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    private static boolean[] pick(boolean[] values, int[] rows) {
        boolean[] picked = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    private static double loss(double probability, boolean positive) {
        return -Math.log(Math.max(1e-9, positive ? probability : 1 - probability));
    }

    double apply(double raw) {
        return steps.isPresent() ? steps.get().apply(raw) : platt.apply(raw);
    }

    String chosen() {
        return steps.isPresent() ? "isotonic" : "Platt";
    }

    private static Steps isotonic(double[] raw, boolean[] positive) {
        Integer[] order = IntStream.range(0, raw.length)
                .boxed()
                .sorted((i, j) -> Double.compare(raw[i], raw[j]))
                .toArray(Integer[]::new);
        double[] scores = new double[raw.length];
        double[] sums = new double[raw.length];
        double[] weights = new double[raw.length];
        int blocks = 0;
        for (int i : order) {
            scores[blocks] = raw[i];
            sums[blocks] = positive[i] ? 1 : 0;
            weights[blocks++] = 1;
            while (blocks > 1 && violates(scores, sums, weights, blocks)) {
                double weight = weights[blocks - 2] + weights[blocks - 1];
                scores[blocks - 2] =
                        (scores[blocks - 2] * weights[blocks - 2] + scores[blocks - 1] * weights[blocks - 1]) / weight;
                sums[blocks - 2] += sums[blocks - 1];
                weights[blocks - 2] = weight;
                blocks--;
            }
        }
        double edge = 1.0 / (raw.length + 2);
        double[] probability = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            probability[b] = Math.max(edge, Math.min(1 - edge, sums[b] / weights[b]));
        }
        return new Steps(Arrays.copyOf(scores, blocks), probability);
    }

    /** Whether the last block is not above the one before it, or has its score. */
    private static boolean violates(double[] scores, double[] sums, double[] weights, int blocks) {
        int last = blocks - 1;
        return sums[last - 1] * weights[last] >= sums[last] * weights[last - 1] || scores[last - 1] == scores[last];
    }
}
