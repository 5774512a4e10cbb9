package org.fenton.core.programme;

/** A named part of a tumour's state, scored from several genes or several activities. */
public sealed interface Programme permits GeneProgramme, ActivityProgramme {
    Description description();

    /** The name in tables: {@code cystine-gsh-gpx4}. */
    default String key() {
        return description().key();
    }

    /** How many genes, or activities, make it up. */
    int size();

    /**
     * @param title for readers
     * @param effect what a higher score means for ferroptosis, by the recorded edges of the members
     */
    record Description(String key, String title, Effect effect) {}

    /** What a higher score means for ferroptosis. */
    enum Effect {
        PROMOTES,
        SUPPRESSES,
        /** It depends on tissue and state, or the recorded edges disagree. */
        CONTEXT
    }

    /** Members that must be measured of {@code members}: half of them, rounded up. */
    static int needed(int members) {
        return (members + 1) / 2;
    }
}
