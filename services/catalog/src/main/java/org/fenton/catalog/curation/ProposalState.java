package org.fenton.catalog.curation;

/** Where a proposal stands; V12__curation.sql holds the steps from one to the next. */
public enum ProposalState {
    PROPOSED,
    CHANGES_REQUESTED,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    PUBLISHED;

    /** No other proposal on the claim is taken while one is open. */
    boolean isOpen() {
        return this == PROPOSED || this == CHANGES_REQUESTED || this == APPROVED;
    }
}
