package org.fenton.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Split-conformal interval around a probability.
 *
 * <p>Unit: an unordered pair of drugs that the model has not seen together with at least one drug it has not seen at all. For each such pair
 * r = (observed share of synergistic lines) − (mean calibrated probability over the same lines). In each of three
 * bins by mean probability the interval of p is [p + r(α/2), p + r(1 − α/2)], quantiles with the finite-sample
 * correction of split conformal prediction, kept within 0 to 1.
 *
 * <p>Meaning: for {@code coverage} of such pairs the share of lines with synergy lies within. Pairs that share a drug are not
 * independent, so the coverage is checked on the outer folds and printed beside the nominal one.
 *
 * <p>Source: Vovk, Gammerman and Shafer 2005, doi:10.1007/b106715 (split, Mondrian).
 *
 * @param upperEdges mean probability at which the first and second bin end
 */
public record ConformalInterval(double coverage, List<Double> upperEdges, List<Band> bands) {
    private static final int BINS = 3;

    /** How far the truth was below (negative) and above the prediction in one bin, and in how many pairs. */
    public record Band(double below, double above, int pairs) {}

    /** Mean prediction and observed share of one pair. */
    public record PairShare(double predicted, double observed) {}

    public ConformalInterval {
        upperEdges = List.copyOf(upperEdges);
        bands = List.copyOf(bands);
    }

    /** @throws IllegalArgumentException with fewer than three pairs */
    public static ConformalInterval fit(List<PairShare> pairs, double coverage) {
        if (pairs.size() < BINS) {
            throw new IllegalArgumentException(
                    "an interval needs at least " + BINS + " held-out pairs, here " + pairs.size());
        }
        List<PairShare> sorted = pairs.stream()
                .sorted(Comparator.comparingDouble(PairShare::predicted))
                .toList();
        List<Double> edges = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        int start = 0;
        for (int bin = 1; bin <= BINS; bin++) {
            int end = sorted.size() * bin / BINS;
            bands.add(band(sorted.subList(start, end), coverage));
            if (bin < BINS) {
                edges.add(sorted.get(end - 1).predicted());
            }
            start = end;
        }
        return new ConformalInterval(coverage, edges, bands);
    }

    private static Band band(List<PairShare> pairs, double coverage) {
        double[] residuals = pairs.stream()
                .mapToDouble(p -> p.observed() - p.predicted())
                .sorted()
                .toArray();
        double[] negated = Arrays.stream(residuals).map(r -> -r).sorted().toArray();
        double tail = (1 - coverage) / 2;
        return new Band(-quantile(negated, 1 - tail), quantile(residuals, 1 - tail), residuals.length);
    }

    /** The ceil((n + 1) q)-th smallest, or the largest where that is beyond the sample. */
    private static double quantile(double[] sorted, double q) {
        int rank = (int) Math.ceil((sorted.length + 1) * q);
        return sorted[Math.min(rank, sorted.length) - 1];
    }

    private Band bandOf(double probability) {
        int bin = 0;
        while (bin < upperEdges.size() && probability > upperEdges.get(bin)) {
            bin++;
        }
        return bands.get(bin);
    }

    /** The lower end; never above the probability itself. */
    public double lower(double probability) {
        return Math.max(0, probability + Math.min(0, bandOf(probability).below()));
    }

    /** The upper end; never below the probability itself. */
    public double upper(double probability) {
        return Math.min(1, probability + Math.max(0, bandOf(probability).above()));
    }

    /** Whether the observed share lies within the interval of the predicted one. */
    public boolean holds(PairShare share) {
        return share.observed() >= lower(share.predicted()) && share.observed() <= upper(share.predicted());
    }
}
