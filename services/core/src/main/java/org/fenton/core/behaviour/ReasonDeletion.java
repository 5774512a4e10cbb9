package org.fenton.core.behaviour;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.Arc;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.ranking.NearestFlip;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.Standing;
import org.fenton.core.tumour.TumourCase;

/**
 * What becomes of a case's leader when its top reason is deleted: the rows of one step of its strongest path towards the
 * goal are struck out of the release, and the case is ranked again. Where another way of the same strength takes over, a
 * step of that goes too, until the side towards the goal is weaker. No model is asked.
 *
 * <p>A step is chosen, from the drug on, whose rows carry no path against the leader: its deletion takes nothing away that
 * spoke against it. Where every step of the reason carries both, the reason is one for and against at once, and the score
 * may go either way.
 *
 * @param rows that were struck out, in order
 * @param after empty where the leader is no longer ranked
 */
public record ReasonDeletion(
        String caseId, Combination leader, Set<String> rows, Result result, double before, OptionalDouble after) {
    private static final int MOST_STEPS = 12;

    public enum Result {
        /** The score is lower. */
        LOWER,
        /** Without its listing the drug is not even offered. */
        NO_LONGER_OFFERED,
        /** Every step of the reason also carries a path against the leader. */
        SPOKE_BOTH_WAYS,
        /** A partner has no answer left, and what spoke against the pair through it is gone too. */
        PARTNER_SILENT,
        /** None of these, and the score is not lower: wrong. */
        NOT_LOWER
    }

    /** Empty when nothing leads the case, or its leader has no path towards the goal. */
    public static Optional<ReasonDeletion> of(Knowledge knowledge, Ranker ranker, BehaviourCase one) {
        TumourCase tumourCase = one.tumourCase();
        return NearestFlip.top(rank(ranker, tumourCase))
                .filter(leader -> !towards(tumourCase, leader).isEmpty())
                .map(leader -> of(knowledge, ranker, one, leader));
    }

    private static ReasonDeletion of(Knowledge knowledge, Ranker ranker, BehaviourCase one, RankedCandidate leader) {
        TumourCase tumourCase = one.tumourCase();
        Set<String> rows = new TreeSet<>();
        RankedCandidate now = leader;
        for (int step = 0; step < MOST_STEPS && strength(tumourCase, now) >= strength(tumourCase, leader); step++) {
            Optional<Arc> chosen = step(tumourCase, now);
            if (chosen.isEmpty()) {
                return new ReasonDeletion(
                        one.id(), leader.combination(), rows, Result.SPOKE_BOTH_WAYS, leader.score(), score(now));
            }
            rows.addAll(chosen.get().edges());
            Knowledge without = StruckOut.of(knowledge, rows);
            Ranking again = rank(new Ranker(without, ranker.policy()), tumourCase);
            Optional<RankedCandidate> found = Standing.of(without, tumourCase, again, leader.combination())
                    .candidate();
            if (found.isEmpty()) {
                return new ReasonDeletion(
                        one.id(),
                        leader.combination(),
                        rows,
                        Result.NO_LONGER_OFFERED,
                        leader.score(),
                        OptionalDouble.empty());
            }
            now = found.get();
        }
        return new ReasonDeletion(
                one.id(), leader.combination(), rows, result(leader, now), leader.score(), score(now));
    }

    private static Result result(RankedCandidate before, RankedCandidate after) {
        if (after.score() < before.score()) {
            return Result.LOWER;
        }
        boolean silent = against(before).size() > against(after).size();
        return silent ? Result.PARTNER_SILENT : Result.NOT_LOWER;
    }

    private static Ranking rank(Ranker ranker, TumourCase tumourCase) {
        return ranker.rank(tumourCase, Predictions.none("the deletion test asks no model"));
    }

    /** A step of the strongest path whose rows carry nothing against the candidate. */
    private static Optional<Arc> step(TumourCase tumourCase, RankedCandidate candidate) {
        Set<String> against = new TreeSet<>();
        List<EffectPath> opposing = tumourCase.goal().sign() > 0
                ? candidate.effect().inhibitingPaths()
                : candidate.effect().promotingPaths();
        opposing.forEach(path -> against.addAll(path.edges()));
        return towards(tumourCase, candidate).stream()
                .limit(1)
                .flatMap(path -> path.arcs().stream())
                .filter(arc -> arc.origin() != Arc.Origin.MEMBER)
                .filter(arc -> Collections.disjoint(arc.edges(), against))
                .findFirst();
    }

    private static List<EffectPath> towards(TumourCase tumourCase, RankedCandidate candidate) {
        FerroptosisEffect effect = candidate.effect();
        return tumourCase.goal().sign() > 0 ? effect.promotingPaths() : effect.inhibitingPaths();
    }

    private static List<String> against(RankedCandidate candidate) {
        return candidate.against().stream()
                .filter(text -> !text.contains("adds nothing that can be traced"))
                .toList();
    }

    private static double strength(TumourCase tumourCase, RankedCandidate candidate) {
        return tumourCase.goal().sign() > 0
                ? candidate.effect().promoting()
                : candidate.effect().inhibiting();
    }

    private static OptionalDouble score(RankedCandidate candidate) {
        return OptionalDouble.of(candidate.score());
    }

    /** How many of each, then every one. */
    public static String table(List<ReasonDeletion> deletions) {
        Map<Result, Integer> counts = new EnumMap<>(Result.class);
        deletions.forEach(one -> counts.merge(one.result, 1, Integer::sum));
        List<String> totals = new ArrayList<>();
        counts.forEach((result, count) -> totals.add(word(result) + " " + count));
        StringBuilder text = new StringBuilder("Top reason of the leader struck out of the release, " + deletions.size()
                + " cases with a leader: " + String.join(", ", totals) + "\n");
        text.append(String.format(
                Locale.ROOT,
                "%-42s %-34s %8s %8s  %-17s %s%n",
                "case",
                "leader",
                "score",
                "without",
                "result",
                "rows"));
        for (ReasonDeletion one : deletions) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-42s %-34s %8.3f %8s  %-17s %s%n",
                    one.caseId,
                    one.leader,
                    one.before,
                    one.after.isPresent() ? String.format(Locale.ROOT, "%.3f", one.after.getAsDouble()) : "-",
                    word(one.result),
                    String.join(" ", one.rows)));
        }
        return text.toString();
    }

    private static String word(Result result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
