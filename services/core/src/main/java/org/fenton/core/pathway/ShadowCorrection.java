package org.fenton.core.pathway;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * VIPER's correction for pleiotropy: a source may look active only because it shares targets with one that is.
 *
 * <p>Among sources with p &lt; 0.05, for each pair a, b with at least 10 measured targets in common, the enrichment of the
 * common targets is computed within the ranking of a's targets, and within that of b's, each in the direction of the
 * source's score. The source whose p is the smaller, by d = log₁₀ of the ratio, owes its score to the common targets:
 * their likelihood in it is divided by (1 + d)^(20 / number of pairs of that source).
 *
 * <p>Source: Alvarez et al. 2016, doi:10.1038/ng.3593, as the Bioconductor package viper calls it by default (regulators
 * .05, targets 10, penalty 20, method adaptive). Sources whose name holds {@code --} take no part there, nor here.
 */
final class ShadowCorrection {
    private static final double SIGNIFICANT = 0.05;
    private static final int SMALLEST_OVERLAP = 10;
    private static final double PENALTY = 20;

    private final MeasuredNetwork network;
    private final double[][] mode;

    ShadowCorrection(MeasuredNetwork network, double[][] mode) {
        this.network = network;
        this.mode = mode;
    }

    /**
     * Divides the likelihoods of one condition, {@code [source][target]}, in place.
     *
     * @param x the condition's values
     * @param scores the uncorrected scores
     * @return the sources whose likelihoods changed
     */
    int[] discount(double[] x, double[] scores, double[][] likelihood) {
        int[] significant = IntStream.range(0, scores.length)
                .filter(s -> StandardNormal.twoSidedP(scores[s]) < SIGNIFICANT)
                .filter(s -> !network.sources().get(s).contains("--"))
                .toArray();
        int n = significant.length;
        double[][] logP = new double[n][];
        int[] pairs = new int[n];
        for (int a = 0; a < n; a++) {
            logP[a] = logSharedP(x, scores, significant, a);
            pairs[a] =
                    (int) Arrays.stream(logP[a]).filter(p -> !Double.isNaN(p)).count();
        }
        boolean[] changed = new boolean[scores.length];
        for (int a = 0; a < n; a++) {
            int source = significant[a];
            int[] position = positions(source);
            for (int b = 0; b < n; b++) {
                double excess = logP[b][a] - logP[a][b];
                if (a != b && excess > 0) {
                    double divisor = Math.pow(1 + excess, PENALTY / pairs[a]);
                    for (int i : shared(position, significant[b])) {
                        likelihood[source][i] /= divisor;
                    }
                    changed[source] = true;
                }
            }
        }
        return IntStream.range(0, changed.length).filter(s -> changed[s]).toArray();
    }

    /** log₁₀ p of the targets that source a shares with each other source, within a's targets; NaN where too few. */
    private double[] logSharedP(double[] x, double[] scores, int[] significant, int a) {
        int source = significant[a];
        int[] genes = network.geneIndex(source);
        RankTails tails =
                RankTails.of(Arrays.stream(genes).mapToDouble(gene -> x[gene]).toArray());
        double direction = scores[source] < 0 ? -1 : 1;
        int[] position = positions(source);
        double[] logP = new double[significant.length];
        Arrays.fill(logP, Double.NaN);
        for (int b = 0; b < significant.length; b++) {
            int[] shared = shared(position, significant[b]);
            if (b != a && shared.length >= SMALLEST_OVERLAP) {
                double[] sharedMode = Arrays.stream(shared)
                        .mapToDouble(i -> direction * mode[source][i])
                        .toArray();
                double[] ones = new double[shared.length];
                Arrays.fill(ones, 1);
                logP[b] = Math.log10(Math.max(Double.MIN_VALUE, upperTail(tails.enrichment(shared, sharedMode, ones))));
            }
        }
        return logP;
    }

    private static double upperTail(double z) {
        return z >= 0 ? StandardNormal.upperTail(z) : 1 - StandardNormal.upperTail(-z);
    }

    /** For each gene its place among the targets of {@code source}, or -1. */
    private int[] positions(int source) {
        int[] position = new int[network.genes().size()];
        Arrays.fill(position, -1);
        int[] genes = network.geneIndex(source);
        for (int i = 0; i < genes.length; i++) {
            position[genes[i]] = i;
        }
        return position;
    }

    /** Places, among the targets that {@code position} describes, of those that {@code other} has too; ascending. */
    private int[] shared(int[] position, int other) {
        return Arrays.stream(network.geneIndex(other))
                .map(gene -> position[gene])
                .filter(place -> place >= 0)
                .toArray();
    }
}
