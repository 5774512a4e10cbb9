package org.fenton.learning.training;

import org.fenton.learning.features.BiologicalState;

/** How much of a line's or tumour's state a prediction sees; each view is calibrated on its own. */
public enum StateView {
    /** Pathway activities and tissue, as far as they are known. */
    WITH_PATHWAYS,
    /** No pathway activity: a contrast, or a case without a profile. */
    WITHOUT_PATHWAYS;

    public static StateView of(BiologicalState state) {
        return state.pathways().isEmpty() ? WITHOUT_PATHWAYS : WITH_PATHWAYS;
    }

    /** The state as this view shows it. */
    public BiologicalState show(BiologicalState state) {
        return this == WITH_PATHWAYS ? state : new BiologicalState(java.util.Map.of(), state.tissue());
    }
}
