package org.fenton.local.chaos;

/** What one answer under faults was. */
enum Verdict {
    /** The very bytes of the answer without faults. */
    EXACT,
    /** Says what it had to do without, and is else what it has to be. */
    DEGRADED,
    /** 503 as problem+json with Retry-After. */
    REFUSED,
    /** 429 as problem+json with Retry-After: more than fits at once. */
    TURNED_AWAY,
    /** No HTTP answer at all. */
    NO_ANSWER,
    /** Another 5xx, or a 503 that does not say when to come back. */
    ERROR,
    /** An answer that is neither right nor says that anything is missing. */
    WRONG
}
