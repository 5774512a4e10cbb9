package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.List;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.ranking.Outlook;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.safety.Finding;

/**
 * One candidate in a list.
 *
 * @param startsBand the first of its band among the rows shown
 * @param interval drawn; of a conflicted or harmful candidate the two sides of its effect are drawn instead
 * @param undecided safety rules that wait for a fact
 */
public record Row(
        String combination,
        String name,
        int rank,
        int band,
        boolean startsBand,
        String score,
        String lower,
        String upper,
        Interval interval,
        Sides sides,
        String reason,
        String against,
        List<Chip> chips,
        long undecided) {
    /** A fired safety rule. */
    public record Chip(String action, String text) {}

    /** Strength of the paths for and against, 0 to 1, with the lengths of their bars. */
    public record Sides(String promoting, String inhibiting, double promotingBar, double inhibitingBar) {
        private static final double LENGTH = 84;

        static Sides of(RankedCandidate candidate) {
            return new Sides(
                    Numbers.plain(candidate.effect().promoting()),
                    Numbers.plain(candidate.effect().inhibiting()),
                    Math.round(candidate.effect().promoting() * LENGTH * 10) / 10.0,
                    Math.round(candidate.effect().inhibiting() * LENGTH * 10) / 10.0);
        }
    }

    static Row of(RankedCandidate candidate, Knowledge knowledge, Interval.Axis axis, boolean startsBand) {
        List<String> reasons = candidate.reasons();
        List<String> against = candidate.against();
        return new Row(
                candidate.combination().toString(),
                name(candidate.combination(), knowledge),
                candidate.rank(),
                candidate.band(),
                startsBand,
                Numbers.signed(candidate.score()),
                Numbers.plain(candidate.lower()),
                Numbers.plain(candidate.upper()),
                axis.of(candidate),
                candidate.outlook() == Outlook.FAVOURABLE ? null : Sides.of(candidate),
                reasons.isEmpty() ? "" : Sentence.of(reasons.get(0)).text(),
                against.isEmpty() ? "" : Sentence.of(against.get(0)).text(),
                chips(candidate.safety()),
                candidate.safety().stream()
                        .filter(Finding::unknown)
                        .map(each -> each.rule().id())
                        .distinct()
                        .count());
    }

    static String name(Combination combination, Knowledge knowledge) {
        return String.join(
                " + ",
                combination.drugs().stream()
                        .map(id -> knowledge.drug(id).name())
                        .toList());
    }

    /** Rules that ask for something, the strongest first; those that only inform are on the candidate's page. */
    private static List<Chip> chips(List<Finding> findings) {
        List<Chip> chips = new ArrayList<>();
        for (SafetyRule.Action action :
                List.of(SafetyRule.Action.STOP, SafetyRule.Action.AVOID, SafetyRule.Action.ADJUST)) {
            findings.stream()
                    .filter(Finding::fired)
                    .map(Finding::rule)
                    .filter(rule -> rule.action() == action)
                    .map(rule -> new Chip(action.name().toLowerCase(java.util.Locale.ROOT), rule.trigger()))
                    .distinct()
                    .forEach(chips::add);
        }
        long monitor = findings.stream()
                .filter(finding -> finding.fired() && finding.rule().action() == SafetyRule.Action.MONITOR)
                .map(finding -> finding.rule().id())
                .distinct()
                .count();
        if (monitor > 0) {
            chips.add(new Chip("monitor", monitor == 1 ? "1 rule" : monitor + " rules"));
        }
        return chips;
    }
}
