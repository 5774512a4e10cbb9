package org.fenton.learning.training;

/**
 * Platt's calibration of a model's probability.
 *
 * <p>Formula: calibrated = 1 / (1 + exp(−(intercept + slope · logit(p)))), p kept within 1e-6 of 0 and 1. Input and output
 * are probabilities. Fitted by Newton's method on rows whose drugs the model has not seen, with Platt's smoothed targets.
 *
 * <p>Source: Platt 1999, "Probabilistic outputs for support vector machines"; Lin, Lin and Weng 2007,
 * doi:10.1007/s10994-007-5018-6.
 */
public record Calibration(double intercept, double slope) {
    private static final int STEPS = 50;
    private static final double RIDGE = 1e-9;

    public double apply(double probability) {
        return 1 / (1 + Math.exp(-(intercept + slope * logit(probability))));
    }

    private static double logit(double p) {
        double kept = Math.max(1e-6, Math.min(1 - 1e-6, p));
        return Math.log(kept / (1 - kept));
    }

    /** @throws IllegalArgumentException when the labels are all of one kind */
    public static Calibration fit(double[] probabilities, boolean[] synergistic) {
        int positives = 0;
        for (boolean label : synergistic) {
            positives += label ? 1 : 0;
        }
        int negatives = synergistic.length - positives;
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException("calibration needs rows of both kinds, here " + positives
                    + " with synergy and " + negatives + " without");
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1 / (negatives + 2.0);
        Calibration now = new Calibration(0, 1);
        for (int step = 0; step < STEPS; step++) {
            now = now.newtonStep(probabilities, synergistic, high, low);
        }
        return now;
    }

    private Calibration newtonStep(double[] p, boolean[] synergistic, double high, double low) {
        double g0 = 0;
        double g1 = 0;
        double h00 = RIDGE;
        double h01 = 0;
        double h11 = RIDGE;
        for (int i = 0; i < p.length; i++) {
            double x = logit(p[i]);
            double q = apply(p[i]);
            double error = (synergistic[i] ? high : low) - q;
            double weight = q * (1 - q);
            g0 += error;
            g1 += error * x;
            h00 += weight;
            h01 += weight * x;
            h11 += weight * x * x;
        }
        double determinant = h00 * h11 - h01 * h01;
        return new Calibration(
                intercept + (h11 * g0 - h01 * g1) / determinant, slope + (h00 * g1 - h01 * g0) / determinant);
    }
}
