package org.fenton.learning.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How held-out rows did in the lines of one tissue, over all folds.
 *
 * @param rows held out
 * @param predicted mean probability
 * @param observed share of rows that were synergistic
 * @param abstained share of rows beyond the reach
 * @param pairs with at least {@value TissueTally#FEWEST_LINES} lines of the tissue
 * @param coverage share of these pairs whose observed share of synergistic lines of the tissue lay in the interval; absent without such a pair
 */
public record TissueFigures(
        int rows,
        double predicted,
        double observed,
        double abstained,
        int pairs,
        @Nullable Double coverage) {}
