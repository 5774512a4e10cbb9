package org.fenton.learning.pairs;

/** Why a row is abstained on. All but the last leave the row without numbers. */
public enum Why {
    UNKNOWN_DRUG("unknown drug"),
    NOTHING_KNOWN("drug without structure, targets and mechanism"),
    SAME_DRUG("the same drug twice"),
    UNKNOWN_LINE("unknown line"),
    NO_FEATURES("line without features"),
    BEYOND_REACH("too far from the training data");

    private final String words;

    Why(String words) {
        this.words = words;
    }

    /** As the summary has it. */
    public String words() {
        return words;
    }
}
