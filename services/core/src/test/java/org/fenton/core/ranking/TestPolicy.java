package org.fenton.core.ranking;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.tumour.Goal;

/** An invented policy whose weights all differ. */
public final class TestPolicy {
    private TestPolicy() {}

    /** The n-th term weighs n steps. */
    public static RankingPolicy make(double step) {
        Map<TermKind, Double> weights = new TreeMap<>();
        Map<TermKind, Double> doubt = new TreeMap<>();
        for (TermKind kind : TermKind.values()) {
            weights.put(kind, step * (kind.ordinal() + 1));
            doubt.put(kind, 0.1);
        }
        Map<SafetyRule.Action, Double> penalties = new EnumMap<>(SafetyRule.Action.class);
        for (SafetyRule.Action action : SafetyRule.Action.values()) {
            penalties.put(action, -0.3);
        }
        return new RankingPolicy("test-policy", weights, doubt, penalties, List.of(), offers());
    }

    /** JAK/STAT agents with what serves the goal, as the shipped policy has it. */
    public static Offers offers() {
        Map<Goal, Offers.Offer> byGoal = new LinkedHashMap<>();
        Offers.Group jakStat = group(Listing.Kind.JAK_STAT);
        for (Goal goal : Goal.values()) {
            Offers.Group partner =
                    group(goal == Goal.INDUCE ? Listing.Kind.FERROPTOSIS_INDUCER : Listing.Kind.FERROPTOSIS_INHIBITOR);
            byGoal.put(
                    goal, new Offers.Offer(List.of(jakStat, partner), List.of(new Offers.Pairing(jakStat, partner))));
        }
        return new Offers(byGoal);
    }

    private static Offers.Group group(Listing.Kind kind) {
        return new Offers.Group(kind.name(), "one of " + kind, Optional.of(kind), Set.of());
    }
}
