package org.fenton.core.ranking;

import java.util.EnumMap;
import java.util.Map;
import org.fenton.core.knowledge.SafetyRule;

/** An invented policy whose weights all differ. */
public final class TestPolicy {
    private TestPolicy() {}

    /** The n-th term weighs n steps. */
    public static RankingPolicy make(double step) {
        Map<TermKind, Double> weights = new EnumMap<>(TermKind.class);
        Map<TermKind, Double> doubt = new EnumMap<>(TermKind.class);
        for (TermKind kind : TermKind.values()) {
            weights.put(kind, step * (kind.ordinal() + 1));
            doubt.put(kind, 0.1);
        }
        Map<SafetyRule.Action, Double> penalties = new EnumMap<>(SafetyRule.Action.class);
        for (SafetyRule.Action action : SafetyRule.Action.values()) {
            penalties.put(action, -0.3);
        }
        return new RankingPolicy("test-policy", weights, doubt, penalties);
    }
}
