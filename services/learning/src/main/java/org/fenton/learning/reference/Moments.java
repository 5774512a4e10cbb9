package org.fenton.learning.reference;

/**
 * Mean and spread of one quantity over the lines of a panel.
 *
 * @param sd standard deviation with n − 1 below; 0 when the quantity does not vary
 * @param n lines in which it was measured
 */
public record Moments(double mean, double sd, int n) {
    private static final double DIGITS = 1e6;

    /** Of at least two values; rounded to six decimals, so that text and memory hold the same numbers. */
    static Moments of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Moments(rounded(mean), rounded(Math.sqrt(squares / (values.length - 1))), values.length);
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }

    double standardised(double value) {
        return (value - mean) / sd;
    }

    String cells() {
        return mean + "\t" + sd + "\t" + n;
    }

    static Moments parse(String mean, String sd, String n) {
        return new Moments(Double.parseDouble(mean), Double.parseDouble(sd), Integer.parseInt(n));
    }
}
