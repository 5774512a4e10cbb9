package org.fenton.catalog.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.fenton.catalog.release.ShippedRelease;
import org.fenton.core.behaviour.BehaviourCase;
import org.fenton.core.behaviour.ReasonDeletion;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.DrugTarget;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.ranking.NearestFlip;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.Standing;
import org.fenton.core.ranking.Term;
import org.fenton.core.ranking.TermKind;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.BehaviourCaseReader;
import org.fenton.documents.PolicyReader;
import org.fenton.documents.ReleaseReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The deletion test over the shipped cases: what a leader loses with the reason that it leads for; no model is asked. */
class TopReasonTest {
    private static final Predictions NO_MODEL = Predictions.none("no model in this test");
    private static final double INACTIVE = -30;

    private static Knowledge knowledge;
    private static Ranker ranker;
    private static final Map<BehaviourCase, RankedCandidate> LEADERS = new LinkedHashMap<>();

    @BeforeAll
    static void rank() throws IOException {
        knowledge = ReleaseReader.read(
                new ByteArrayInputStream(ShippedRelease.lines().getBytes(StandardCharsets.UTF_8)));
        ranker = new Ranker(knowledge, PolicyReader.shipped());
        for (BehaviourCase one : BehaviourCaseReader.shipped(knowledge, PolicyReader.shipped())) {
            NearestFlip.top(ranker.rank(one.tumourCase(), NO_MODEL)).ifPresent(leader -> LEADERS.put(one, leader));
        }
    }

    /**
     * The reason is the strongest path, or each of several equally strong ones; its arm is made inactive. Then the paths that
     * need the arm lose their strength and all others keep theirs, so the side towards the goal gets weaker, except that of
     * two drugs whose strongest paths share the arm: they counted as one and may count as two by what is left to them.
     *
     * <p>The score follows where nothing that spoke against the leader goes too: the arm carries no path against the goal
     * (K08: STAT3 carries both, and baricitinib gains without it), no drug falls silent, which takes all its paths along, and
     * no mechanism of resistance fits better for it.
     */
    @Test
    void withoutItsTopReasonALeaderIsWeakerAndLowerUnlessTheReasonAlsoSpokeAgainstIt() {
        int weaker = 0;
        int lower = 0;
        for (Map.Entry<BehaviourCase, RankedCandidate> entry : LEADERS.entrySet()) {
            TumourCase tumourCase = entry.getKey().tumourCase();
            RankedCandidate before = entry.getValue();
            Set<String> arms = armsOfTheStrongest(tumourCase, before);
            List<FerroptosisEffect> drugs = speaking(tumourCase, before.combination());
            if (arms.isEmpty() || shareTheirArm(tumourCase, drugs)) {
                continue;
            }
            TumourCase without = tumourCase.in(inactive(tumourCase.state(), arms));
            RankedCandidate after = again(without, before);
            String what = entry.getKey().id() + ": " + before.combination() + " without " + arms;
            assertTrue(strength(tumourCase, after) < strength(tumourCase, before), what);
            weaker++;
            boolean spokeAgainst =
                    against(tumourCase, before).stream().map(EffectPath::arm).anyMatch(arms::contains);
            boolean fellSilent = speaking(without, before.combination()).size() < drugs.size();
            if (!spokeAgainst && !fellSilent && resistance(after) <= resistance(before)) {
                assertTrue(after.score() < before.score(), what + " " + before.score() + " -> " + after.score());
                lower++;
            }
        }
        assertTrue(weaker > 0 && lower > 0, "no leader has such a reason");
    }

    /** The facts themselves are taken away, not the arm's activity: what else reads the arm stays as it is. */
    @Test
    void withoutTheFactsBehindItsTopReasonALeaderScoresLower() {
        Set<String> seen = new HashSet<>();
        List<ReasonDeletion> deletions = LEADERS.entrySet().stream()
                .filter(entry -> seen.add(entry.getValue().combination() + " "
                        + entry.getKey().tumourCase().oncotree()
                        + entry.getKey().kind()))
                .flatMap(entry -> ReasonDeletion.of(knowledge, ranker, entry.getKey()).stream())
                .toList();
        System.out.print(ReasonDeletion.table(deletions));
        Map<ReasonDeletion.Result, Long> counts =
                deletions.stream().collect(Collectors.groupingBy(ReasonDeletion::result, Collectors.counting()));
        assertEquals(0, counts.getOrDefault(ReasonDeletion.Result.NOT_LOWER, 0L), counts::toString);
        assertTrue(counts.getOrDefault(ReasonDeletion.Result.LOWER, 0L) > deletions.size() / 2, counts::toString);
    }

    /** Nothing but the resistance link reads the failed drug. */
    @Test
    void withoutTheFailedDrugALinkedLeaderLosesThatTermAndNoOther() {
        int linked = 0;
        for (Map.Entry<BehaviourCase, RankedCandidate> entry : LEADERS.entrySet()) {
            TumourCase tumourCase = entry.getKey().tumourCase();
            RankedCandidate before = entry.getValue();
            if (resistance(before) > 0 && tumourCase.backbone().isEmpty()) {
                RankedCandidate after = again(withoutFailedDrug(tumourCase), before);
                String what = entry.getKey().id() + ": " + before.combination();
                assertEquals(others(before), others(after), what);
                assertEquals(0, resistance(after), what);
                assertTrue(after.score() < before.score(), what);
                linked++;
            }
        }
        assertTrue(linked > 0, "no leader is linked to a failed drug");
    }

    /** Empty when one of them is an activator's or a list's: that needs no active arm, so none can be taken away. */
    private static Set<String> armsOfTheStrongest(TumourCase tumourCase, RankedCandidate leader) {
        List<EffectPath> paths = towards(tumourCase, leader.effect());
        List<EffectPath> strongest = paths.stream()
                .filter(path -> path.strength() == paths.get(0).strength())
                .toList();
        return strongest.stream().anyMatch(path -> path.target().effect() == DrugTarget.Effect.ACTIVATE)
                ? Set.of()
                : strongest.stream().map(EffectPath::arm).collect(Collectors.toSet());
    }

    private static boolean shareTheirArm(TumourCase tumourCase, List<FerroptosisEffect> drugs) {
        return drugs.size() == 2
                && drugs.stream().noneMatch(drug -> towards(tumourCase, drug).isEmpty())
                && drugs.stream()
                                .map(drug -> towards(tumourCase, drug).get(0).arm())
                                .distinct()
                                .count()
                        == 1;
    }

    /** What the drugs do that have an answer in this case. */
    private static List<FerroptosisEffect> speaking(TumourCase tumourCase, Combination combination) {
        Propagation propagation = new Propagation(knowledge, tumourCase);
        return combination.drugs().stream()
                .map(id -> propagation.effectOf(knowledge.drug(id)))
                .filter(effect -> effect.direction() != FerroptosisEffect.Direction.NONE)
                .toList();
    }

    private static PathwayState inactive(PathwayState state, Set<String> arms) {
        PathwayState without = state;
        for (String arm : arms) {
            without = NearestFlip.with(without, "collectri", arm, OptionalDouble.of(INACTIVE));
        }
        return without;
    }

    private static TumourCase withoutFailedDrug(TumourCase tumourCase) {
        return new TumourCase(
                tumourCase.label(),
                tumourCase.goal(),
                tumourCase.oncotree(),
                tumourCase.tissueScope(),
                Optional.empty(),
                tumourCase.alterations(),
                tumourCase.patient(),
                tumourCase.state());
    }

    private static RankedCandidate again(TumourCase without, RankedCandidate before) {
        return Standing.of(knowledge, without, ranker.rank(without, NO_MODEL), before.combination())
                .candidate()
                .orElseThrow();
    }

    private static List<EffectPath> towards(TumourCase tumourCase, FerroptosisEffect effect) {
        return tumourCase.goal() == Goal.INDUCE ? effect.promotingPaths() : effect.inhibitingPaths();
    }

    private static List<EffectPath> against(TumourCase tumourCase, RankedCandidate leader) {
        return tumourCase.goal() == Goal.INDUCE
                ? leader.effect().inhibitingPaths()
                : leader.effect().promotingPaths();
    }

    private static double strength(TumourCase tumourCase, RankedCandidate candidate) {
        FerroptosisEffect effect = candidate.effect();
        return tumourCase.goal() == Goal.INDUCE ? effect.promoting() : effect.inhibiting();
    }

    private static double resistance(RankedCandidate candidate) {
        return contributions(candidate).getOrDefault(TermKind.RESISTANCE, 0.0);
    }

    private static Map<TermKind, Double> others(RankedCandidate candidate) {
        Map<TermKind, Double> others = contributions(candidate);
        others.remove(TermKind.RESISTANCE);
        return others;
    }

    private static Map<TermKind, Double> contributions(RankedCandidate candidate) {
        return candidate.ledger().terms().stream().collect(Collectors.toMap(Term::kind, Term::contribution));
    }
}
