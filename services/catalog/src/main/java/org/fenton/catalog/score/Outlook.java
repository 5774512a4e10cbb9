package org.fenton.catalog.score;

/** Which list of a ranking a candidate stands in. */
public enum Outlook {
    FAVOURABLE,
    CONFLICTED,
    EXPECTED_HARM,
    UNKNOWN,
    EXCLUDED
}
