package org.fenton.learning.features;

/** Where a feature comes from; one kind is missing or present as a whole. */
public enum FeatureKind {
    PATHWAY,
    TISSUE,
    TARGET,
    STRUCTURE,
    /** What similar drugs did in similar lines. */
    KERNEL,
    /** Mean outcome of training rows that share a drug, a pair or a line. */
    RATE,
    /** The drugs' effects alone. */
    RESPONSE,
    /** Pathway, protein or metabolite level of the line. */
    PROFILE,
    /** What the signed graph says a drug does in the line. */
    MECHANISM,
    KNOWLEDGE
}
