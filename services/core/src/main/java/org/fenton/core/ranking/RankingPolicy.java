package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.tumour.Goal;

/**
 * Weights and doubts as versioned data, echoed in every answer.
 *
 * @param id name and version, for example {@code fenton-policy-1}
 * @param weights score points for one unit of a term
 * @param unknownDoubt half-range of a term that is not known
 * @param penalties value of a fired safety rule by action; {@code STOP} excludes and has none
 * @param classTerms terms of its own, after those that every policy has
 * @param offers which drugs are offered, alone and together
 */
public record RankingPolicy(
        String id,
        Map<TermKind, Double> weights,
        Map<TermKind, Double> unknownDoubt,
        Map<SafetyRule.Action, Double> penalties,
        List<ClassTerm> classTerms,
        Offers offers) {
    private static final String RE_WEIGHED = "+preferences";

    public RankingPolicy {
        classTerms = List.copyOf(classTerms);
        List<TermKind> terms = terms(classTerms);
        weights = complete(weights, "weights", terms);
        unknownDoubt = complete(unknownDoubt, "unknownDoubt", terms);
        penalties = penalties.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(penalties));
        for (SafetyRule.Action action : SafetyRule.Action.values()) {
            if (action != SafetyRule.Action.STOP && !penalties.containsKey(action)) {
                throw new IllegalArgumentException("policy " + id + " has no penalty for " + action);
            }
        }
    }

    /** Every term of a score under this policy, in the order in which they are added. */
    public List<TermKind> terms() {
        return terms(classTerms);
    }

    private static List<TermKind> terms(List<ClassTerm> classTerms) {
        List<TermKind> terms = new ArrayList<>(List.of(TermKind.values()));
        classTerms.forEach(term -> terms.add(term.kind()));
        return terms;
    }

    /** What a case may ask for under this policy: the goals of every policy, then its own. */
    public List<Goal> goals() {
        return List.copyOf(offers.byGoal().keySet());
    }

    public double weight(TermKind kind) {
        return weights.get(kind);
    }

    public double unknownDoubt(TermKind kind) {
        return unknownDoubt.get(kind);
    }

    /** Whether a recorded policy's id is this one's, as it stands or re-weighed by preferences. */
    public boolean isOrUnderlies(String recorded) {
        return recorded.equals(id) || recorded.equals(id + RE_WEIGHED);
    }

    /** The same policy with re-weighed terms, named so that nobody takes it for the policy itself. */
    public RankingPolicy weighedBy(Preferences preferences) {
        if (preferences.areNone()) {
            return this;
        }
        Map<TermKind, Double> weighed = new TreeMap<>(weights);
        preferences.factors().forEach((kind, factor) -> weighed.merge(kind, factor, (weight, by) -> weight * by));
        return new RankingPolicy(id + RE_WEIGHED, weighed, unknownDoubt, penalties, classTerms, offers);
    }

    private static Map<TermKind, Double> complete(Map<TermKind, Double> values, String name, List<TermKind> terms) {
        for (TermKind kind : terms) {
            Double value = values.get(kind);
            if (value == null || !Double.isFinite(value) || value < 0) {
                throw new IllegalArgumentException(name + " of " + kind + " must be a number >= 0, not " + value);
            }
        }
        // in the order of the terms; read once for every term of every candidate: a hash, not a search down a tree
        return Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(values)));
    }
}
