package org.fenton.learning.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A trained head with all that was learned beside it.
 *
 * @param tried inner validation of every candidate, best first
 * @param views calibration and interval by how much of the state is known
 * @param abstainAbove novelty above which inner validation holds no evidence; such pairs get no probability
 */
public record LearnedHead(
        List<Tried> tried, FittedModel model, Map<StateView, Calibrated> views, Novelty novelty, double abstainAbove) {
    /** Mean ROC AUC of a candidate over the inner folds, whose drugs it had not seen. */
    public record Tried(ModelChoice choice, double innerRocAuc) {}

    /** How a raw probability of one view becomes an answer. */
    public record Calibrated(Calibration calibration, ConformalInterval interval) {}

    public LearnedHead {
        tried = List.copyOf(tried);
        views = new EnumMap<>(views);
    }

    public ModelChoice choice() {
        return tried.get(0).choice();
    }

    /** The calibrated probability of a vector made under {@code view}. */
    public double probability(StateView view, double[] vector) {
        return views.get(view).calibration().apply(model.scoring().probability(vector));
    }
}
