package org.fenton.learning.training;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Answers rows of the screen it was fitted in. An undefined answer is NaN: it is counted, never guessed. */
public interface RowModel {
    /** Bits of {@link #predictionSets}: which labels the set holds. */
    byte HOLDS_NEGATIVE = 1;

    byte HOLDS_POSITIVE = 2;

    /** Chance that each row is positive, 0 to 1. */
    double[] probabilities(int[] rows);

    /** The score each row is expected to have, on the screen's scale. */
    default double[] expectedScores(int[] rows) {
        double[] none = new double[rows.length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** Probability from which a row is called positive, chosen on training rows (for kappa); NaN where none was chosen. */
    default double decisionThreshold() {
        return Double.NaN;
    }

    /** Conformal set of each row as bits, or an empty array when the model makes none. */
    default byte[] predictionSets(int[] rows) {
        return new byte[0];
    }

    /** The coverage the sets were made for; NaN where there are none. */
    default double nominalCoverage() {
        return Double.NaN;
    }

    /** Whether the model would rather not answer each row, or an empty array when it always answers. */
    default boolean[] abstentions(int[] rows) {
        return new boolean[0];
    }

    /** What was tried and chosen, for the fold's report: strings, numbers, lists and maps alone. */
    default Map<String, Object> notes() {
        return new TreeMap<>();
    }
}
