package org.fenton.core.behaviour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Outlook;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.Standing;

/**
 * What one case's ranking shows of what was expected.
 *
 * @param absurd shown among the first twenty of a lane although it must never be
 * @param misses everything else that was expected and is not so
 * @param top the first ten offered, lanes in order
 */
public record BehaviourAnswer(
        BehaviourCase behaviourCase, List<String> absurd, List<String> misses, List<Combination> top) {
    public static final int SHOWN = 20;
    static final int TOP = 10;

    public enum Status {
        PASSED,
        FAILED,
        /** Marked as a gap, and not met. */
        GAP,
        /** Marked as a gap, but met: the mark is out of date. */
        GAP_CLOSED
    }

    public BehaviourAnswer {
        absurd = List.copyOf(absurd);
        misses = List.copyOf(misses);
        top = List.copyOf(top);
    }

    public static BehaviourAnswer of(Knowledge knowledge, BehaviourCase asked, Ranking ranking) {
        Shown shown = new Shown(knowledge, asked.tumourCase(), ranking);
        List<String> absurd = new ArrayList<>(shown.absurd(SHOWN));
        List<String> misses = new ArrayList<>();
        for (Expectation expected : asked.expected()) {
            if (expected.asked() == Expectation.Asked.NEVER_SHOW) {
                expected.of().forEach(wanted -> shown.first(SHOWN).stream()
                        .filter(candidate -> shown.fits(candidate, containing(wanted)))
                        .forEach(candidate -> absurd.add(
                                wanted + ": " + candidate.combination() + " is number " + candidate.rank())));
            } else {
                misses(shown, expected, misses);
            }
        }
        List<Combination> top = shown.first(Integer.MAX_VALUE).stream()
                .limit(TOP)
                .map(RankedCandidate::combination)
                .toList();
        return new BehaviourAnswer(asked, absurd, misses, top);
    }

    private static String containing(String wanted) {
        return wanted.contains("+") || wanted.contains(":") ? wanted : "with:" + wanted;
    }

    /** What must never be shown is a failure whatever the case's mark says. */
    public Status status() {
        if (!absurd.isEmpty()) {
            return Status.FAILED;
        }
        if (behaviourCase.gap().isEmpty()) {
            return misses.isEmpty() ? Status.PASSED : Status.FAILED;
        }
        return misses.isEmpty() ? Status.GAP_CLOSED : Status.GAP;
    }

    private static void misses(Shown shown, Expectation expected, List<String> misses) {
        if (expected.asked() == Expectation.Asked.TOP_ANSWER) {
            anyOf(shown, expected, 1, misses);
        } else if (expected.asked() == Expectation.Asked.ACCEPTABLE) {
            anyOf(shown, expected, expected.within(), misses);
        } else {
            for (String wanted : expected.of()) {
                List<String> parts = Arrays.stream(wanted.split("\\|", -1))
                        .map(String::strip)
                        .toList();
                if (!holds(shown, expected.asked(), parts)) {
                    misses.add(expected.asked().field() + ": " + wanted + " (" + described(shown, parts.get(0)) + ")");
                }
            }
        }
    }

    private static void anyOf(Shown shown, Expectation expected, int places, List<String> misses) {
        boolean met = shown.first(places).stream()
                .anyMatch(candidate -> expected.of().stream().anyMatch(wanted -> shown.fits(candidate, wanted)));
        if (!met) {
            misses.add(expected + " (there: "
                    + String.join(
                            ", ",
                            shown.first(places).stream()
                                    .map(candidate -> candidate.combination().toString())
                                    .toList())
                    + ")");
        }
    }

    private static boolean holds(Shown shown, Expectation.Asked asked, List<String> parts) {
        String combination = parts.get(0);
        Standing standing = shown.standing(combination);
        return switch (asked) {
            case CONFLICTED -> is(shown, combination, Outlook.CONFLICTED);
            case EXPECTED_HARM -> is(shown, combination, Outlook.EXPECTED_HARM);
            case NO_ANSWER -> is(shown, combination, Outlook.UNKNOWN);
            case FAVOURABLE -> shown.isOffered(combination);
            case NOT_FAVOURABLE -> !shown.isOffered(combination);
            case LEFT_OUT ->
                standing.reasons().stream()
                        .anyMatch(reason -> reason.code().equals(parts.get(1))
                                || reason.source().equals(parts.get(1)));
            case FIRES -> fires(standing, parts.get(1));
            case SILENT -> !fires(standing, parts.get(1));
            case CITES ->
                standing.candidate()
                        .filter(candidate -> candidate.ledger().terms().stream()
                                .anyMatch(term -> term.kind().label().equals(parts.get(1))
                                        && Arrays.stream(parts.get(2).split("/", -1))
                                                .anyMatch(term.sources()::contains)))
                        .isPresent();
            case LANE ->
                standing.candidate()
                        .filter(candidate -> candidate.lane().name().equals(parts.get(1)))
                        .isPresent();
            case ABOVE -> shown.place(combination) < shown.place(parts.get(1));
            case TOP_ANSWER, ACCEPTABLE, NEVER_SHOW -> throw new IllegalStateException(asked + " is asked of lists");
        };
    }

    private static boolean is(Shown shown, String combination, Outlook outlook) {
        return shown.outlook(combination).filter(outlook::equals).isPresent();
    }

    private static boolean fires(Standing standing, String rule) {
        boolean found = standing.candidate()
                .filter(candidate -> candidate.safety().stream()
                        .anyMatch(finding ->
                                finding.fired() && finding.rule().id().equals(rule)))
                .isPresent();
        return found
                || standing.reasons().stream()
                        .anyMatch(reason -> reason.source().equals(rule));
    }

    private static String described(Shown shown, String combination) {
        Standing standing = shown.standing(combination);
        return standing.candidate()
                .map(candidate -> candidate.outlook() + " " + candidate.lane() + " number " + candidate.rank() + " of "
                        + standing.list().size())
                .orElseGet(() -> "not ranked: "
                        + String.join(
                                ", ",
                                standing.reasons().stream()
                                        .map(reason -> reason.code() + " " + reason.source())
                                        .toList()));
    }
}
