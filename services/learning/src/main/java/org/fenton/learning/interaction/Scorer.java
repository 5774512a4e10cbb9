package org.fenton.learning.interaction;

import java.util.List;
import org.fenton.learning.training.ScoringModel;

/**
 * A raw score of a standardised vector, 0 to 1, before calibration: the mean over members of their log odds.
 *
 * @param members what is averaged
 * @param kernelFeature index of {@code kernel:expected} in the vector
 */
record Scorer(String name, List<Member> members, int kernelFeature) {
    /** The kernel's expectation alone, or a trained model; {@code model} is null for the kernel. */
    record Member(@org.jspecify.annotations.Nullable ScoringModel model, Recalibration calibration) {
        double logOdds(double[] vector, int kernelFeature) {
            double raw = model == null ? sigmoid(vector[kernelFeature]) : model.probability(vector);
            double p = Math.max(1e-6, Math.min(1 - 1e-6, calibration.apply(raw)));
            return Math.log(p / (1 - p));
        }
    }

    double score(double[] vector) {
        double sum = 0;
        for (Member member : members) {
            sum += member.logOdds(vector, kernelFeature);
        }
        return sigmoid(sum / members.size());
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
