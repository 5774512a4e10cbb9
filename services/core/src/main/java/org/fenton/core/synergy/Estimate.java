package org.fenton.core.synergy;

import java.util.Optional;

/**
 * A number in percentage points of inhibition with what replicates say about its doubt.
 *
 * @param value percentage points
 * @param standardError percentage points; absent without replicates, never 0 for unknown
 */
public record Estimate(double value, Optional<Double> standardError) {
    /** Of the normal distribution, two-sided 95 %. */
    private static final double QUANTILE = 1.959964;

    /** Lower end of the 95 % interval. */
    public Optional<Double> low() {
        return standardError.map(error -> value - QUANTILE * error);
    }

    /** Upper end of the 95 % interval. */
    public Optional<Double> high() {
        return standardError.map(error -> value + QUANTILE * error);
    }
}
