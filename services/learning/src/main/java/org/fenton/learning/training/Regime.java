package org.fenton.learning.training;

/** What may not be known of a test row. Inner folds are made by the same rule as the outer ones. */
public enum Regime {
    /** Rows alone: the pair and the line may both be known. */
    RANDOM,
    /** The unordered pair is in no training row. */
    LEAVE_PAIR,
    /** At least one drug of the pair is in no training row. */
    LEAVE_DRUG,
    /** The cell line is in no training row. */
    LEAVE_LINE,
    /** No line of the tissue is in a training row. */
    LEAVE_TISSUE,
    /** No row of the laboratory is a training row; drugs, pairs and lines may be known from elsewhere. */
    LEAVE_LABORATORY
}
