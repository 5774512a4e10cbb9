package org.fenton.learning.scoring;

import java.util.List;
import java.util.Map;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.features.FeatureKind;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.training.LearnedHead;
import org.fenton.learning.training.ScoringModel;
import org.fenton.learning.training.StateView;

/**
 * One head of a bundle with all it takes to score vectors. The one place that knows how many heads a bundle has.
 *
 * @param tribuoFile the head's Tribuo model within the bundle's directory
 */
public record ScoringHead(
        String id,
        String definition,
        String tribuoFile,
        FeatureSchema schema,
        ScoringModel model,
        Map<StateView, LearnedHead.Calibrated> views) {
    /** The heads of a bundle, in its order. */
    public static List<ScoringHead> of(ModelBundle bundle) {
        return List.of(new ScoringHead(
                bundle.document().head().id(),
                bundle.document().head().definition(),
                "model.tribuo.pb",
                bundle.features().schema(),
                bundle.model(),
                bundle.document().views()));
    }

    /**
     * What a head says of one vector.
     *
     * @param raw the model's own probability
     * @param probability calibrated
     * @param lower end of the interval
     * @param upper end of the interval
     */
    public record Answer(double raw, double probability, double lower, double upper) {}

    /** @param vector in schema order, NaN is missing; as {@link FeatureSchema#accept} gives it */
    public Answer answer(double[] vector) {
        double raw = model.probability(vector);
        LearnedHead.Calibrated calibrated = views.get(view(vector));
        double probability = calibrated.calibration().apply(raw);
        return new Answer(
                raw,
                probability,
                calibrated.interval().lower(probability),
                calibrated.interval().upper(probability));
    }

    /** The view a vector was made under: without any pathway activity it is the one for contrasts and cases without a profile. */
    private StateView view(double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            if (schema.features().get(i).kind() == FeatureKind.PATHWAY && !Double.isNaN(vector[i])) {
                return StateView.WITH_PATHWAYS;
            }
        }
        return StateView.WITHOUT_PATHWAYS;
    }
}
