package org.fenton.learning.kernel;

/**
 * Adds weighted stretches of arrays to one stretch, four at a time: the sum is then read and written once instead of four times. Terms are added in the order they
 * come in, so equal inputs give equal bits.
 */
final class WeightedSum {
    private static final int AT_ONCE = 4;

    private final double[] to;
    private final int at;
    private final int length;
    private final double[] weight = new double[AT_ONCE];
    private final double[][] from = new double[AT_ONCE][];
    private final int[] start = new int[AT_ONCE];
    private int waiting;

    /** The sum stands in {@code to[at … at + length)}. */
    WeightedSum(double[] to, int at, int length) {
        this.to = to;
        this.at = at;
        this.length = length;
    }

    /** Adds {@code factor} times {@code source[begin … begin + length)}; a factor of 0 adds nothing. */
    void add(double factor, double[] source, int begin) {
        if (factor == 0) {
            return;
        }
        weight[waiting] = factor;
        from[waiting] = source;
        start[waiting++] = begin;
        if (waiting == AT_ONCE) {
            four(
                    weight[0], from[0], start[0], weight[1], from[1], start[1], weight[2], from[2], start[2], weight[3],
                    from[3], start[3]);
            waiting = 0;
        }
    }

    /** Adds what is still waiting. */
    void finish() {
        for (int i = 0; i < waiting; i++) {
            double w = weight[i];
            double[] x = from[i];
            int s = start[i];
            for (int k = 0; k < length; k++) {
                to[at + k] += w * x[s + k];
            }
        }
        waiting = 0;
    }

    private void four(
            double w0,
            double[] x0,
            int s0,
            double w1,
            double[] x1,
            int s1,
            double w2,
            double[] x2,
            int s2,
            double w3,
            double[] x3,
            int s3) {
        for (int k = 0; k < length; k++) {
            to[at + k] += w0 * x0[s0 + k] + w1 * x1[s1 + k] + w2 * x2[s2 + k] + w3 * x3[s3 + k];
        }
    }
}
