package org.fenton.catalog.mechanism;

/** What activity of an edge's source does to ferroptosis, as the source recorded it; never used as a sign itself. */
public enum RecordedEffect {
    PROMOTES,
    SUPPRESSES,
    CONTEXT,
    NONE
}
