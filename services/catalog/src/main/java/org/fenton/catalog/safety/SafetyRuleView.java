package org.fenton.catalog.safety;

import java.util.List;
import org.fenton.core.knowledge.SafetyRule.Action;

/** A safety rule as answered and released. */
public record SafetyRuleView(
        String id,
        String category,
        AppliesTo appliesTo,
        String trigger,
        String threshold,
        String condition,
        Action action,
        String actionText,
        Severity severity,
        String rationale,
        String confidence,
        List<String> source) {

    /** At least one of the two is present. */
    public record AppliesTo(List<String> drugs, List<String> classes) {}

    public static SafetyRuleView of(SafetyRuleEntity row) {
        return new SafetyRuleView(
                row.id,
                row.category,
                new AppliesTo(present(row.drugs), present(row.classes)),
                row.trigger,
                row.threshold,
                row.condition,
                row.action,
                row.actionText,
                row.severity,
                row.rationale,
                row.confidence,
                row.sources);
    }

    private static List<String> present(List<String> list) {
        return list.isEmpty() ? null : list;
    }
}
