package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.ranking.Term.Reading;
import org.fenton.core.safety.Finding;

/** The penalty for rules that fired, each once, and what the others wait for. */
final class SafetyReading {
    private static final double FLOOR = -2;

    private SafetyReading() {}

    /** @param findings in rule order, so that two findings of one rule are neighbours */
    static Optional<Reading> fired(List<Finding> findings, RankingPolicy policy) {
        double sum = 0;
        List<String> fired = new ArrayList<>();
        for (Finding finding : findings) {
            String rule = finding.rule().id();
            SafetyRule.Action action = finding.rule().action();
            boolean counted = !fired.isEmpty() && fired.get(fired.size() - 1).equals(rule);
            if (finding.fired() && action != SafetyRule.Action.INFORM && !counted) {
                fired.add(rule);
                sum += policy.penalties().get(action);
            }
        }
        return fired.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reading(
                        Math.max(FLOOR, sum), 0, Basis.later(() -> fired, () -> String.join(", ", fired) + " fired")));
    }

    /** Whether a rule that would matter waits for a fact. */
    static boolean waits(List<Finding> findings) {
        for (Finding finding : findings) {
            if (isMissing(finding)) {
                return true;
            }
        }
        return false;
    }

    /** The rule waits for a fact, and it would matter. */
    private static boolean isMissing(Finding finding) {
        return finding.unknown() && finding.rule().action().compareTo(SafetyRule.Action.AVOID) <= 0;
    }

    static String notGiven(List<Finding> findings) {
        TreeSet<String> missing = new TreeSet<>();
        findings.stream()
                .filter(SafetyReading::isMissing)
                .forEach(finding -> missing.addAll(finding.verdict().missing()));
        return "not given: " + String.join(", ", missing);
    }
}
