package org.fenton.core.knowledge;

/** How a statement came to be known, strongest first. */
public enum EvidenceLevel {
    CLINICAL,
    IN_VIVO,
    IN_VITRO,
    DATABASE,
    TEXTBOOK,
    REVIEW,
    INFERENCE;

    public boolean isExperimental() {
        return this == IN_VIVO || this == IN_VITRO || this == DATABASE;
    }
}
