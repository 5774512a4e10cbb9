package org.fenton.core.mechanism;

/** How well the place where a relation was seen fits the case, best first. */
public enum ScopeMatch {
    /** Seen in this disease or in a state that the case is in. */
    EXACT,
    /** Held to be true everywhere, or in every tumour. */
    GENERAL,
    /** Seen in another tumour type only. */
    EXTRAPOLATED,
    /** Seen in another tissue, or in a state that the case is not in: not used. */
    NONE
}
