package org.fenton.core.ranking;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.fenton.core.knowledge.SafetyRule;

/**
 * Weights and doubts as versioned data, echoed in every answer.
 *
 * @param id name and version, for example {@code fenton-policy-1}
 * @param weights score points for one unit of a term
 * @param unknownDoubt half-range of a term that is not known
 * @param penalties value of a fired safety rule by action; {@code STOP} excludes and has none
 */
public record RankingPolicy(
        String id,
        Map<TermKind, Double> weights,
        Map<TermKind, Double> unknownDoubt,
        Map<SafetyRule.Action, Double> penalties) {
    public RankingPolicy {
        weights = complete(weights, "weights");
        unknownDoubt = complete(unknownDoubt, "unknownDoubt");
        penalties = penalties.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(penalties));
        for (SafetyRule.Action action : SafetyRule.Action.values()) {
            if (action != SafetyRule.Action.STOP && !penalties.containsKey(action)) {
                throw new IllegalArgumentException("policy " + id + " has no penalty for " + action);
            }
        }
    }

    public double weight(TermKind kind) {
        return weights.get(kind);
    }

    public double unknownDoubt(TermKind kind) {
        return unknownDoubt.get(kind);
    }

    /** The same policy with re-weighed terms, named so that nobody takes it for the policy itself. */
    public RankingPolicy weighedBy(Preferences preferences) {
        if (preferences.areNone()) {
            return this;
        }
        Map<TermKind, Double> weighed = new EnumMap<>(weights);
        preferences.factors().forEach((kind, factor) -> weighed.merge(kind, factor, (weight, by) -> weight * by));
        return new RankingPolicy(id + "+preferences", weighed, unknownDoubt, penalties);
    }

    private static Map<TermKind, Double> complete(Map<TermKind, Double> values, String name) {
        for (TermKind kind : TermKind.values()) {
            Double value = values.get(kind);
            if (value == null || !Double.isFinite(value) || value < 0) {
                throw new IllegalArgumentException(name + " of " + kind + " must be a number >= 0, not " + value);
            }
        }
        // read once for every term of every candidate: an array by ordinal, not a hash
        return Collections.unmodifiableMap(new EnumMap<>(values));
    }
}
