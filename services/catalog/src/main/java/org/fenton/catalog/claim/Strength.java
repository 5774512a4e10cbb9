package org.fenton.catalog.claim;

import org.fenton.core.knowledge.EvidenceLevel;

/** How much one claim can carry. */
public enum Strength {
    STRONG,
    MODERATE,
    WEAK,
    /** The curator's inference: never evidence. */
    NONE,
    /** The row does not say what kind of evidence it has. */
    UNKNOWN;

    /**
     * Clinical is strong, in vivo moderate, every other kind weak; one step weaker where the grade is not A, because then
     * nobody read the source.
     */
    public static Strength of(EvidenceLevel kind, Grade grade) {
        if (kind == null) {
            return UNKNOWN;
        }
        boolean read = grade == Grade.A;
        return switch (kind) {
            case INFERENCE -> NONE;
            case CLINICAL -> read ? STRONG : MODERATE;
            case IN_VIVO -> read ? MODERATE : WEAK;
            case IN_VITRO, DATABASE, TEXTBOOK, REVIEW -> WEAK;
        };
    }
}
