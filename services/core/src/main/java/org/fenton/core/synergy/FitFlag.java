package org.fenton.core.synergy;

/** What a reader of a fitted curve must know. */
public enum FitFlag {
    TOO_FEW_DOSES("fewer than 3 doses above 0: no curve"),
    FLAT("no effect that grows with dose: EC50 and slope mean nothing"),
    EC50_BELOW_TESTED("EC50 lies below the lowest dose tested"),
    EC50_ABOVE_TESTED("EC50 lies above the highest dose tested"),
    SLOPE_AT_BOUND("slope at the limit of 0.1 to 10: not determined by these doses"),
    NOT_CONVERGED("the search stopped before it settled");

    private final String meaning;

    FitFlag(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
