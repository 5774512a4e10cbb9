package org.fenton.learning.plot;

import java.util.OptionalDouble;

/**
 * One line of a chart.
 *
 * @param label what it is
 * @param tooltip the whole of it in words
 * @param value empty where there is no score; {@code note} then says why
 * @param doubt half width of the whisker
 * @param note beside the value, or in its place
 */
record DotRow(
        String label,
        String tooltip,
        Measured measured,
        OptionalDouble value,
        OptionalDouble doubt,
        Mark mark,
        String note) {
    /** How many of how many. */
    record Measured(int measured, int total) {}

    /** How a p value shows. */
    enum Mark {
        /** Benjamini-Hochberg p at most 0.05. */
        FILLED,
        /** A larger p. */
        HOLLOW,
        /** No p value. */
        NONE
    }

    static Mark mark(OptionalDouble falseDiscoveryRate) {
        if (falseDiscoveryRate.isEmpty()) {
            return Mark.NONE;
        }
        return falseDiscoveryRate.getAsDouble() <= 0.05 ? Mark.FILLED : Mark.HOLLOW;
    }
}
