package org.fenton.core.knowledge;

import java.util.List;
import java.util.Set;

/**
 * A disease (or a state of a tumour) with the arm of JAK/STAT that decides about ferroptosis there.
 *
 * @param oncotree codes that the context covers, with their descendants
 * @param conflict the disagreement as recorded; empty when none
 */
public record DiseaseContext(
        String id,
        String disease,
        String scope,
        Set<String> oncotree,
        String goal,
        List<Arm> arms,
        String broadJakInhibition,
        String verdict,
        String verdictText,
        List<String> studies,
        String confidence,
        String conflict) {
    public enum ArmEffect {
        SUPPRESSES,
        PROMOTES,
        CONFLICT,
        UNKNOWN
    }

    /** One node and what its activity does to ferroptosis in this context. */
    public record Arm(String node, ArmEffect effect) {}

    public DiseaseContext {
        oncotree = Set.copyOf(oncotree);
        arms = List.copyOf(arms);
        studies = List.copyOf(studies);
    }
}
