package org.fenton.learning.training;

/**
 * Rows that a model is asked about for one case after another, as the candidates of a catalog are: they differ in features of their own and share those of the
 * case. What depends on the rows alone is worked out once. Safe for use by many threads.
 */
@FunctionalInterface
public interface Candidates {
    /**
     * The model's own probability of each row, in order; bit for bit that of {@link ScoringModel#probability}.
     *
     * @param ofCase a vector in schema order with the case's features, NaN where missing; what it holds of the rows' own features is not looked at
     */
    double[] probabilities(double[] ofCase);

    /** Writes the features of row {@code row} over what an earlier row left in {@code vector}. */
    @FunctionalInterface
    interface Rows {
        void write(int row, double[] vector);
    }
}
