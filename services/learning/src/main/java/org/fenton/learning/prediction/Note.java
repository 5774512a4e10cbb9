package org.fenton.learning.prediction;

/** What a reader of one prediction must know; the first three end in no probability. */
public enum Note {
    SINGLE_AGENT(Effect.ABSTAINS, "the head is defined for pairs of two drugs"),
    STRUCTURE_UNKNOWN(
            Effect.ABSTAINS, "a drug has no known structure, so its distance from the training drugs is unknown"),
    UNLIKE_TRAINING(Effect.ABSTAINS, "a drug is further from the training drugs than inner validation reached"),
    PATHWAYS_MISSING_CONTRAST(
            Effect.INFORMS,
            "a contrast has no absolute state: pathway features are missing and the answer rests on tissue and drugs"),
    PATHWAYS_MISSING(Effect.INFORMS, "no pathway activity was given: the answer rests on tissue and drugs"),
    TARGETS_UNKNOWN(Effect.INFORMS, "targets of a drug are unknown and stay missing"),
    TISSUE_UNKNOWN(Effect.INFORMS, "the tissue is unknown and stays missing"),
    TISSUE_UNSEEN(Effect.INFORMS, "no training line is of this tissue");

    /** Whether a note takes the probability away. */
    public enum Effect {
        ABSTAINS,
        INFORMS
    }

    private final Effect effect;
    private final String text;

    Note(Effect effect, String text) {
        this.effect = effect;
        this.text = text;
    }

    public Effect effect() {
        return effect;
    }

    public String text() {
        return text;
    }
}
