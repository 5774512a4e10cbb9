package org.fenton.core.pathway;

import java.util.Arrays;

/** Control of the false discovery rate over many tests. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Benjamini-Hochberg adjusted p values.
     *
     * <p>Formula: with p sorted ascending, q(i) = min over j &ge; i of p(j) · m / j, at most 1.
     *
     * <p>Input: m p values in any order; output in the same order, each in [0, 1] and never below its p. No p values
     * give none.
     *
     * <p>Source: Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x; equals R's {@code p.adjust(p, "BH")}.
     *
     * @throws IllegalArgumentException when a value is NaN or outside 0 to 1
     */
    public static double[] benjaminiHochberg(double[] pValues) {
        int m = pValues.length;
        double[] sorted = pValues.clone();
        Arrays.sort(sorted);
        if (m > 0 && !(sorted[0] >= 0 && sorted[m - 1] <= 1)) {
            throw new IllegalArgumentException(
                    "p values lie within 0 to 1, these within " + sorted[0] + " to " + sorted[m - 1]);
        }
        double[] bySize = new double[m];
        double smallest = 1;
        for (int rank = m; rank >= 1; rank--) {
            // Never below p itself, which p·m/rank can be by one rounding where m = rank.
            smallest = Math.min(smallest, Math.max(sorted[rank - 1], sorted[rank - 1] * m / rank));
            bySize[rank - 1] = smallest;
        }
        double[] adjusted = new double[m];
        for (int i = 0; i < m; i++) {
            adjusted[i] = bySize[Arrays.binarySearch(sorted, pValues[i])];
        }
        return adjusted;
    }
}
