package org.fenton.core.ranking;

/** Lanes never mix: a hypothesis is not ranked against what was tested. Best supported first. */
public enum Lane {
    /** A clinical test of this drug or pair in this disease came out in favour. */
    CLINICAL,
    /** An experiment with this drug or pair in this disease came out in favour. */
    EXPERIMENTAL,
    /** Mechanism and model only: a hypothesis. */
    PREDICTED
}
