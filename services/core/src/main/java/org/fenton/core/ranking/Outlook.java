package org.fenton.core.ranking;

import java.util.List;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.CaseScopes;
import org.fenton.core.mechanism.EffectStrength;
import org.fenton.core.mechanism.ScopeMatch;
import org.fenton.core.tumour.Goal;

/** What is to be expected of ferroptosis under the candidate, given the goal. */
public enum Outlook {
    /** The paths push towards the goal. */
    FAVOURABLE,
    /**
     * Paths of comparable strength push both ways, or a test of the very candidate in this disease contradicts the paths, or
     * the disease wants both more and less ferroptosis.
     */
    CONFLICTED,
    /** The paths push away from the goal. */
    EXPECTED_HARM,
    /** No path, or none strong enough: no answer. */
    UNKNOWN;

    /** A test of the very candidate in this disease, favourable or not, is never outvoted by a predicted path. */
    static Outlook of(Goal goal, EffectStrength effect, List<KnownEvidence.Hit> tests) {
        return switch (effect.direction()) {
            case NONE -> UNKNOWN;
            case CONFLICTED -> CONFLICTED;
            case PROMOTES, INHIBITS -> {
                boolean towardsGoal = effect.net() * goal.sign() > 0;
                yield contradicted(towardsGoal ? 1 : -1, tests) ? CONFLICTED : towardsGoal ? FAVOURABLE : EXPECTED_HARM;
            }
        };
    }

    private static boolean contradicted(int expected, List<KnownEvidence.Hit> tests) {
        return !tests.isEmpty()
                && tests.stream()
                        .anyMatch(hit -> hit.wholeCandidate()
                                && hit.direction() == -expected
                                && hit.match() == ScopeMatch.EXACT);
    }

    /** Where a context of the case has both goals, what serves one cell harms the other. */
    Outlook within(Goal goal, Knowledge knowledge, CaseScopes scopes) {
        return within(bothGoals(goal, knowledge, scopes));
    }

    static boolean bothGoals(Goal goal, Knowledge knowledge, CaseScopes scopes) {
        return goal.isOfFerroptosis()
                && scopes.contexts(knowledge).stream()
                        .anyMatch(context -> context.goal().equals("BOTH"));
    }

    Outlook within(boolean bothGoals) {
        return bothGoals && this != UNKNOWN ? CONFLICTED : this;
    }
}
