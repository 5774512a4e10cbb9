package org.fenton.core.ranking;

import java.util.List;
import org.fenton.core.knowledge.SafetyRule;

/** The numbers of a policy by the place of a term or action: a ranking asks for them some ten thousand times. */
final class Weighing {
    private final List<TermKind> kinds;
    private final double[] weight;
    private final double[] unknownDoubt;
    private final double[] penalty;

    Weighing(RankingPolicy policy) {
        kinds = policy.terms();
        weight = new double[kinds.size()];
        unknownDoubt = new double[weight.length];
        for (TermKind kind : kinds) {
            weight[kind.ordinal()] = policy.weight(kind);
            unknownDoubt[kind.ordinal()] = policy.unknownDoubt(kind);
        }
        SafetyRule.Action[] actions = SafetyRule.Action.values();
        penalty = new double[actions.length];
        for (SafetyRule.Action action : actions) {
            penalty[action.ordinal()] = policy.penalties().getOrDefault(action, Double.NaN);
        }
    }

    /** The terms in the order in which they are added. */
    List<TermKind> kinds() {
        return kinds;
    }

    double weight(int place) {
        return weight[place];
    }

    double unknownDoubt(int place) {
        return unknownDoubt[place];
    }

    /** NaN for what excludes. */
    double penalty(SafetyRule.Action action) {
        return penalty[action.ordinal()];
    }
}
