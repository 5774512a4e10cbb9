package org.fenton.learning.interaction;

/**
 * What a head says of one candidate.
 *
 * @param probability calibrated, 0 to 1
 * @param expectedScore in the unit of the head's score; NaN where the head has labels alone, and for a drug alone that was not seen
 * @param lower end of the interval of the probability
 * @param upper end of the interval of the probability
 * @param distance from what was learned from: 0 (both drugs and the line were seen) to 1
 * @param drugsSeen how many of the drugs were in training
 * @param lineSeen whether the line was in training
 * @param beyondReach distance above the head's threshold: the answer should be withheld
 */
public record HeadAnswer(
        double probability,
        double expectedScore,
        double lower,
        double upper,
        double distance,
        int drugsSeen,
        boolean lineSeen,
        boolean beyondReach) {}
