package org.fenton.learning.features;

import java.util.Map;
import java.util.Optional;

/**
 * The state of a line or tumour as the models see it.
 *
 * @param pathways standardised activity by pathway, in standard deviations over the reference panel; a pathway without
 *     an entry is missing. A contrast has no absolute state, so it has no entry at all
 * @param tissue OncoTree tissue; empty when unknown
 */
public record BiologicalState(Map<String, Double> pathways, Optional<String> tissue) {
    public BiologicalState {
        pathways = Map.copyOf(pathways);
    }

    public static BiologicalState unknown() {
        return new BiologicalState(Map.of(), Optional.empty());
    }
}
