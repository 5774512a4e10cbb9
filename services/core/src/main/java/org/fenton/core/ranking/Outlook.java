package org.fenton.core.ranking;

/** What is to be expected of ferroptosis under the candidate, given the goal. */
public enum Outlook {
    /** The paths push towards the goal. */
    FAVOURABLE,
    /** Paths of comparable strength push both ways. */
    CONFLICTED,
    /** The paths push away from the goal. */
    EXPECTED_HARM,
    /** No path, or none strong enough: no answer. */
    UNKNOWN
}
