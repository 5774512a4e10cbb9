package org.fenton.learning.training;

import java.util.function.Consumer;

/** Learns to answer rows of a screen: the model, and every baseline it is shown beside. */
public interface RowLearner {
    /** Name in reports, {@code line-mean}. */
    String label();

    /**
     * All that decides the result besides the fold's rows and the seed, on one line. Finished folds are kept under it, so a changed
     * setting is computed anew.
     */
    String settings();

    /**
     * Learns from the training rows alone. Same fold, same seed, same answers, on any number of threads; two folds may be learned at once.
     *
     * @param progress takes lines for people
     */
    RowModel fit(Fold fold, long seed, Consumer<String> progress);
}
