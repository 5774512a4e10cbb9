package org.fenton.learning.training;

import java.util.List;

/**
 * One trainer with its settings, as a candidate of the inner comparison.
 *
 * @param name what reports call it
 * @param rounds boosting rounds, trees of a forest, or passes over the data of logistic regression and factorization machine
 * @param depth largest depth of a tree, factors of a factorization machine; 0 for logistic regression
 * @param learningRate shrinkage of a tree, or AdaGrad's step
 */
public record ModelChoice(String name, Family family, int rounds, int depth, double learningRate) {
    /** Kinds of models that are compared. */
    public enum Family {
        XGBOOST,
        LOGISTIC,
        FACTORIZATION_MACHINE,
        FOREST
    }

    /** What the shipped bundle chooses from, by inner validation only. */
    public static List<ModelChoice> candidates() {
        return List.of(
                new ModelChoice("logistic-regression", Family.LOGISTIC, 5, 0, 0.1),
                new ModelChoice("xgboost-depth3", Family.XGBOOST, 150, 3, 0.1),
                new ModelChoice("xgboost-depth6", Family.XGBOOST, 150, 6, 0.1));
    }
}
