package org.fenton.core.programme;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The score of one programme in one condition with what was measured, or why there is none.
 *
 * @param programme its key
 * @param score see {@link ProgrammeScoring}; empty when too little was measured
 */
public record ProgrammeActivity(String programme, String condition, Optional<Score> score, Coverage coverage) {
    /**
     * @param value in t units of {@code ulm}, positive when the programme is high
     * @param doubt one standard error, in the unit of the value; at least 1 for a gene set, growing as coverage falls
     * @param pValue two-sided; empty for a balance of several activities, whose members share targets
     * @param falseDiscoveryRate Benjamini-Hochberg over the programmes of the condition that have a p value
     */
    public record Score(double value, double doubt, OptionalDouble pValue, OptionalDouble falseDiscoveryRate) {
        Score withFalseDiscoveryRate(double rate) {
            return new Score(value, doubt, pValue, OptionalDouble.of(rate));
        }
    }

    /**
     * @param measured genes measured, or for a balance targets measured of its scored members
     * @param total genes of the programme, or targets of all its members
     * @param missing names of the members without a value, sorted
     * @param reason why there is no score; empty when there is one
     */
    public record Coverage(int measured, int total, List<String> missing, String reason) {
        public Coverage {
            missing = List.copyOf(missing);
        }

        /** Share measured, in [0, 1]. */
        public double fraction() {
            return (double) measured / total;
        }
    }

    ProgrammeActivity withFalseDiscoveryRate(double rate) {
        return new ProgrammeActivity(programme, condition, score.map(s -> s.withFalseDiscoveryRate(rate)), coverage);
    }
}
