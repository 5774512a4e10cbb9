package org.fenton.learning.pairs;

/** One row of the pairs file as written. */
public record PairRow(String drugA, String drugB, String cellLine) {}
