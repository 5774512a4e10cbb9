package org.fenton.learning.features;

/** Where a feature comes from; one kind is missing or present as a whole. */
public enum FeatureKind {
    PATHWAY,
    TISSUE,
    TARGET,
    STRUCTURE,
    KNOWLEDGE
}
