package org.fenton.catalog.curation;

/** Where a report of a wrong fact stands. */
public enum ReportState {
    OPEN,
    /** A proposal that answers it is open. */
    IN_CORRECTION,
    /** The correction is published. */
    RESOLVED,
    DISMISSED
}
