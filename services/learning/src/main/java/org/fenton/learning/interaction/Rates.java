package org.fenton.learning.interaction;

import java.util.Map;
import java.util.TreeMap;

/**
 * Mean outcomes of training rows by what they share: a name such as {@code drug 3 in line 7}.
 *
 * <p>Formula: sum of the standardised outcomes / (n + {@value #PRIOR}): drawn to the mean of all as if that had been seen {@value #PRIOR} times. Without any
 * row: NaN, missing.
 *
 * @param sums sum and number of the outcomes
 */
record Rates(Map<Long, double[]> sums) {
    private static final double PRIOR = 3;

    /** What the rows of a rate have in common. */
    enum Kind {
        PAIR,
        DRUG,
        LINE,
        TISSUE,
        DRUG_IN_LINE,
        DRUG_IN_TISSUE
    }

    static Rates none() {
        return new Rates(new TreeMap<>());
    }

    private static long key(Kind kind, int first, int second) {
        return ((long) kind.ordinal() << 56) | ((long) first << 28) | second;
    }

    void add(Kind kind, int first, int second, double standardised) {
        double[] sum = sums.computeIfAbsent(key(kind, first, second), k -> new double[2]);
        sum[0] += standardised;
        sum[1]++;
    }

    /** NaN when an index is negative: what is new has no rate. */
    double of(Kind kind, int first, int second) {
        if (first < 0 || second < 0) {
            return Double.NaN;
        }
        double[] sum = sums.get(key(kind, first, second));
        return sum == null ? Double.NaN : sum[0] / (sum[1] + PRIOR);
    }

    boolean has(Kind kind, int first, int second) {
        return first >= 0 && second >= 0 && sums.containsKey(key(kind, first, second));
    }
}
