package org.fenton.catalog.curation;

/** What a proposal does to a claim. */
public enum Action {
    /** A claim of a study that says something on a statement. */
    ADD,
    /** The claim says, or weighs, something else than is recorded. */
    CORRECT,
    /** The study does not say it. */
    RETRACT
}
