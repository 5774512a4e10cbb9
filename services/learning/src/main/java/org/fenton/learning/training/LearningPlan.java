package org.fenton.learning.training;

import java.util.List;

/**
 * How a head is learned.
 *
 * @param candidates models compared on the inner folds, simplest first
 * @param innerFolds folds the training drugs are dealt into
 * @param innerFoldsUsed how many of them are held out in turn; fewer is faster
 * @param coverage nominal coverage of the intervals
 * @param seed of folds, trainers and hidden features
 * @param labels true, or shuffled for the control
 */
public record LearningPlan(
        List<ModelChoice> candidates,
        int innerFolds,
        int innerFoldsUsed,
        double coverage,
        long seed,
        RowSelection.Labels labels) {
    public LearningPlan {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty() || innerFoldsUsed < 1 || innerFoldsUsed > innerFolds) {
            throw new IllegalArgumentException("a plan has a candidate and uses 1 to " + innerFolds
                    + " inner folds, not " + innerFoldsUsed + " of " + candidates.size() + " candidates");
        }
    }

    /** What the shipped bundle is learned with. */
    public static LearningPlan standard(long seed) {
        return new LearningPlan(ModelChoice.candidates(), 5, 2, 0.9, seed, RowSelection.Labels.TRUE);
    }

    /** The same with one candidate, where the choice is already made. */
    public LearningPlan only(ModelChoice choice) {
        return new LearningPlan(List.of(choice), innerFolds, innerFoldsUsed, coverage, seed, labels);
    }

    /** The control: labels of other rows. */
    public LearningPlan shuffled() {
        return new LearningPlan(candidates, innerFolds, innerFoldsUsed, coverage, seed, RowSelection.Labels.SHUFFLED);
    }
}
