package org.fenton.core.ranking;

import java.util.List;
import java.util.Optional;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.mechanism.EffectStrength;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.safety.SafetyCheck;

/**
 * What a drug brings to every candidate of the case that it is in: read once, it stands in hundreds.
 *
 * @param strength the numbers of {@code effect}
 * @param answers whether the effect is one, of its own
 * @param promotingDoubt of the mechanism term where the drug's leading path promotes; 0 without one
 * @param inhibitingDoubt the same where it inhibits
 * @param behind what stands behind its paths towards the goal
 * @param stage value of the term for its regulatory state
 * @param classTerms those of the policy's own terms that its classes have
 * @param tests recorded tests that name it
 */
record DrugInCase(
        Drug drug,
        FerroptosisEffect effect,
        EffectStrength strength,
        boolean answers,
        double promotingDoubt,
        double inhibitingDoubt,
        StandingPaths.Behind behind,
        Optional<ResistanceLink.Link> link,
        double stage,
        boolean contested,
        List<ClassTerm> classTerms,
        List<KnownEvidence.Scored> tests,
        SafetyCheck.OfDrug safety) {
    static double stage(Drug drug) {
        return switch (drug.approval()) {
            case APPROVED -> 1;
            case APPROVED_ELSEWHERE -> 0.7;
            case INVESTIGATIONAL -> 0.3;
            default -> 0;
        };
    }
}
