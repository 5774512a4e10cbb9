package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.safety.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The penalty for rules that fired, each once, and what the others wait for. Findings come in rule order, so that two of one
 * rule are neighbours.
 */
final class SafetyReading {
    private static final double FLOOR = -2;

    private SafetyReading() {}

    /** NaN when none fired that counts. */
    static double fired(List<Finding> findings, Weighing weighing) {
        double sum = 0;
        SafetyRule last = null;
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (counts(finding, last)) {
                last = finding.rule();
                sum += weighing.penalty(last.action());
            }
        }
        return last == null ? Double.NaN : Math.max(FLOOR, sum);
    }

    /** @param last the rule that was counted before */
    private static boolean counts(Finding finding, @Nullable SafetyRule last) {
        SafetyRule rule = finding.rule();
        return finding.fired()
                && rule.action() != SafetyRule.Action.INFORM
                && (last == null || !last.id().equals(rule.id()));
    }

    static Basis.Words fired(List<Finding> findings) {
        List<String> fired = new ArrayList<>();
        SafetyRule last = null;
        for (Finding finding : findings) {
            if (counts(finding, last)) {
                last = finding.rule();
                fired.add(last.id());
            }
        }
        return new Basis.Words(fired, String.join(", ", fired) + " fired");
    }

    /** Whether a rule that would matter waits for a fact. */
    static boolean waits(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            if (isMissing(findings.get(i))) {
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
