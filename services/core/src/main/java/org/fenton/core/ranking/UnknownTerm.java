package org.fenton.core.ranking;

/** A term that has no value here: it adds nothing to the score and {@code doubt × weight} to the interval. */
public record UnknownTerm(TermKind kind, double doubt, String reason) {}
