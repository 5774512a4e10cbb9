package org.fenton.core.ranking;

/**
 * What the model bundle says of one pair.
 *
 * @param probability calibrated P(ZIP > 5), in [0, 1]
 * @param lower conformal lower bound
 * @param upper conformal upper bound
 * @param abstained the bundle gives no answer; {@code reason} says why
 */
public record Prediction(double probability, double lower, double upper, boolean abstained, String reason) {}
