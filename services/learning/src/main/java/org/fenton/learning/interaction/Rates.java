package org.fenton.learning.interaction;

import java.util.HashMap;
import java.util.Map;

/**
 * Mean outcomes of training rows by what they share.
 *
 * <p>Formula: sum of the standardised outcomes / (n + {@value #PRIOR}): drawn to the mean of all as if that had been seen {@value #PRIOR} times. Without any
 * row: NaN, missing.
 */
final class Rates {
    private static final double PRIOR = 3;

    private final Map<Object, double[]> sums = new HashMap<>();

    void add(Object key, double standardised) {
        double[] sum = sums.computeIfAbsent(key, k -> new double[2]);
        sum[0] += standardised;
        sum[1]++;
    }

    double of(Object key) {
        double[] sum = sums.get(key);
        return sum == null ? Double.NaN : sum[0] / (sum[1] + PRIOR);
    }

    boolean has(Object key) {
        return sums.containsKey(key);
    }
}
