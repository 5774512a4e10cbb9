package org.fenton.core.ranking;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What orders candidates of one case whose scores are equal, as a potency that saturates makes many: more distinct studies
 * behind the paths towards the goal come first, then the drugs whose leading path starts at the target that they hit at the
 * lower concentration (an unknown one after every known one). It is no part of the score.
 *
 * @param unknown drugs with a path but without a potency on record
 * @param log10Nanomolar sum over the other drugs, of the target that the leading path starts at
 */
record TieBreak(int studies, int unknown, double log10Nanomolar) {
    /** @param second the other drug that answers; null when there is none */
    static TieBreak of(StandingPaths.Behind first, StandingPaths.@Nullable Behind second) {
        if (second == null) {
            return new TieBreak(first.studies().cardinality(), first.unknown() ? 1 : 0, first.log10Nanomolar());
        }
        BitSet studies = (BitSet) first.studies().clone();
        studies.or(second.studies());
        return new TieBreak(
                studies.cardinality(),
                (first.unknown() ? 1 : 0) + (second.unknown() ? 1 : 0),
                first.log10Nanomolar() + second.log10Nanomolar());
    }

    /** Negative when this one comes first. */
    int before(TieBreak other) {
        if (studies != other.studies) {
            return other.studies - studies;
        }
        return unknown != other.unknown
                ? unknown - other.unknown
                : Double.compare(log10Nanomolar, other.log10Nanomolar);
    }
}
