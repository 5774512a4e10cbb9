package org.fenton.learning.features;

/** What happens to a feature without a value. */
public enum MissingPolicy {
    /** The value may be unknown and then stays unknown; it never becomes zero. */
    STAYS_MISSING,
    /** A vector without the value is refused. */
    REQUIRED
}
