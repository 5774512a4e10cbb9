package org.fenton.core.ranking;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.fenton.core.id.Combination;

/**
 * The answers of one bundle for one case.
 *
 * @param bundleId content hash of the bundle
 * @param head what is predicted, for example {@code synergy-zip5}
 * @param baseRate share of positives in training: the value that carries no information
 */
public record Predictions(String bundleId, String head, double baseRate, Map<Combination, Prediction> byCombination) {
    /** Stands for the bundle's id where none was asked. */
    public static final String NO_BUNDLE = "none";

    public Predictions {
        byCombination = Collections.unmodifiableMap(new HashMap<>(byCombination));
    }

    /** The model service could not be asked; every prediction is unknown for {@code reason}. */
    public static Predictions none(String reason) {
        return new Predictions(NO_BUNDLE, reason, 0, Map.of());
    }
}
