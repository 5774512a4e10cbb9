package org.fenton.learning.measures;

/**
 * How good probabilities are.
 *
 * @param rocAuc chance that a synergistic row scores above another, ties counting half; .5 is no knowledge
 * @param prAuc average precision: sum over thresholds of precision times the gain in recall; the base rate is no knowledge
 * @param brier mean of (probability − outcome)²; lower is better
 * @param calibrationError expected calibration error over ten equal bins of probability: the rows-weighted mean of
 *     |mean probability − share of synergy|
 * @param baseRate share of synergistic rows
 */
public record Measures(double rocAuc, double prAuc, double brier, double calibrationError, double baseRate) {}
