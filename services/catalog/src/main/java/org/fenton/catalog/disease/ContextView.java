package org.fenton.catalog.disease;

import java.util.List;

/** A context as answered and released. */
public record ContextView(
        String id,
        String disease,
        String group,
        String tissueOrCell,
        String scope,
        List<String> oncotree,
        String role,
        Goal goal,
        List<ContextArm> arms,
        List<String> keyNodes,
        BroadJakEffect broadJakInhibition,
        ContextVerdict verdict,
        String verdictText,
        String verdictRule,
        List<String> studies,
        String confidence,
        String basis,
        List<String> sources,
        String conflict) {
    public static ContextView of(ContextEntity row) {
        return new ContextView(
                row.id,
                row.disease,
                row.diseaseGroup,
                row.tissueOrCell,
                row.scope,
                row.oncotree.isEmpty() ? null : row.oncotree,
                row.role,
                row.goal,
                List.copyOf(row.arms),
                row.keyNodes,
                row.broadJakInhibition,
                row.verdict,
                row.verdictText,
                row.verdictRule,
                row.studies,
                row.confidence,
                row.basis,
                row.sources,
                row.conflict);
    }
}
