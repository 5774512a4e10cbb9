package org.fenton.learning.interaction;

import java.util.List;
import org.fenton.learning.training.ScoringModel;

/**
 * A raw score of a standardised vector, 0 to 1, before calibration: the weighted mean over members of their log odds.
 *
 * @param members what is averaged; their weights sum to 1
 * @param kernelFeature index of {@code kernel:expected} in the vector
 */
record Scorer(String name, List<Member> members, int kernelFeature) {
    /** The kernel's expectation alone, or a trained model; {@code model} is null for the kernel. */
    record Member(@org.jspecify.annotations.Nullable ScoringModel model, Recalibration calibration, double weight) {
        double logOdds(double[] vector, int kernelFeature) {
            return Scorer.logOdds(
                    calibration.apply(model == null ? sigmoid(vector[kernelFeature]) : model.probability(vector)));
        }
    }

    double score(double[] vector) {
        double sum = 0;
        for (Member member : members) {
            sum += member.weight() * member.logOdds(vector, kernelFeature);
        }
        return sigmoid(sum);
    }

    static double logOdds(double probability) {
        double p = Math.max(1e-6, Math.min(1 - 1e-6, probability));
        return Math.log(p / (1 - p));
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
