package org.fenton.learning.training;

/** A scoring model with the features of one case filled in, for many rows that differ in the others. */
@FunctionalInterface
public interface CaseModel {
    /**
     * The model's own probability of each row, in order; bit for bit that of {@link ScoringModel#probability}.
     *
     * @param vector in schema order with the case's features in place; {@code source} writes the others
     */
    double[] probabilities(int rows, double[] vector, Rows source);

    /** Writes row {@code row} over what an earlier row left in {@code vector}. */
    @FunctionalInterface
    interface Rows {
        void write(int row, double[] vector);
    }
}
