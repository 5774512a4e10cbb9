package org.fenton.core.pathway;

import java.util.Arrays;

/**
 * Values as normal quantiles of their ranks: signed for the two-tail, of the distance from the middle for the one-tail
 * enrichment of aREA.
 */
record RankTails(double[] signed, double[] extreme) {
    static RankTails of(double[] values) {
        int n = values.length;
        double[] position = averageRanks(values);
        double[] distance = new double[n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            position[i] /= n + 1;
            distance[i] = Math.abs(position[i] - 0.5) * 2;
            largest = Math.max(largest, distance[i]);
        }
        double shift = (1 - largest) / 2;
        for (int i = 0; i < n; i++) {
            position[i] = StandardNormal.quantile(position[i]);
            distance[i] = StandardNormal.quantile(distance[i] + shift);
        }
        return new RankTails(position, distance);
    }

    /** Normalised enrichment of genes with a mode in [-1, 1] and a likelihood of at least 0 each. */
    double enrichment(int[] gene, double[] mode, double[] likelihood) {
        double two = 0;
        double one = 0;
        double total = 0;
        double largest = 0;
        for (int i = 0; i < gene.length; i++) {
            two += mode[i] * likelihood[i] * signed[gene[i]];
            one += (1 - Math.abs(mode[i])) * likelihood[i] * extreme[gene[i]];
            total += likelihood[i];
            largest = Math.max(largest, likelihood[i]);
        }
        double squares = 0;
        for (double l : likelihood) {
            squares += (l / largest) * (l / largest);
        }
        double size = (Math.abs(two) + Math.max(one, 0)) / total * Math.sqrt(squares);
        return two < 0 ? -size : size;
    }

    /** Ranks from 1, equal values sharing the mean of theirs. */
    private static double[] averageRanks(double[] values) {
        int n = values.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a] + 0.0, values[b] + 0.0));
        double[] ranks = new double[n];
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
