package org.fenton.local.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times of single calls, all of them kept: percentiles are exact, not estimated. */
final class Latencies {
    private static final double[] EDGES = {5, 10, 20, 30, 50, 75, 100, 120, 200, 300, 500, 1000, 2000, 5000};
    private static final int BAR = 40;

    private final long[] nanos;

    Latencies(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    int count() {
        return nanos.length;
    }

    /** The smallest time that at least {@code share} of the calls did not exceed, in milliseconds. */
    double percentile(double share) {
        int at = (int) Math.ceil(share * nanos.length) - 1;
        return nanos[Math.max(0, Math.min(nanos.length - 1, at))] / 1e6;
    }

    /** One line for each class of milliseconds that holds a call. */
    String histogram() {
        StringBuilder lines = new StringBuilder();
        int from = 0;
        for (int edge = 0; edge <= EDGES.length; edge++) {
            double upper = edge == EDGES.length ? Double.POSITIVE_INFINITY : EDGES[edge];
            int to = from;
            while (to < nanos.length && nanos[to] / 1e6 <= upper) {
                to++;
            }
            if (to > from) {
                lines.append(String.format(
                        Locale.ROOT,
                        "      <= %6s ms %6d  %s%n",
                        Double.isInfinite(upper) ? "more" : Integer.toString((int) upper),
                        to - from,
                        "#".repeat(Math.max(1, BAR * (to - from) / nanos.length))));
            }
            from = to;
        }
        return lines.toString();
    }
}
