package org.fenton.catalog.disease;

/** What a broad JAK inhibitor is predicted to do to ferroptosis. */
public enum BroadJakEffect {
    RAISES,
    LOWERS,
    CONFLICT,
    NONE,
    UNKNOWN
}
