package org.fenton.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.fenton.core.Cases;
import org.fenton.core.SmallKnowledge;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Edge;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.tumour.TumourCase;
import org.junit.jupiter.api.Test;

/** Exact sums, sensitivity, comparison, standing and the nearest flip over random cases of an invented release. */
class QuestionsOfCoreTest {
    private static final RankingPolicy POLICY = TestPolicy.make(0.3);

    private static SmallKnowledge wide() {
        SmallKnowledge small = new SmallKnowledge();
        small.edge("e7", "NFE2L2", "GPX4", Edge.Sign.PLUS, "general", "STUDY:7");
        small.drug("nrfinib", Listing.Kind.FERROPTOSIS_INDUCER, "nrf2-inhibitor", SmallKnowledge.target("NFE2L2", 50));
        small.drug("jak2inib", Listing.Kind.JAK_STAT, "jak-inhibitor", SmallKnowledge.target("JAK1", 400));
        small.rule("r1", "gpxinib", "lab platelets < 50 10*9/L", SafetyRule.Action.AVOID);
        small.rule("r2", "jakinib", "partner gpx4-inhibitor", SafetyRule.Action.ADJUST);
        return small;
    }

    private static Predictions predictions(double probability) {
        Map<Combination, Prediction> by = new HashMap<>();
        by.put(Combination.of("jakinib", "gpxinib"), new Prediction(probability, probability / 2, 1, false, ""));
        by.put(Combination.of("jak2inib", "nrfinib"), new Prediction(1 - probability, 0, 1, false, ""));
        return Cases.predictions("bundle", "head", by);
    }

    private static TumourCase tumour(double stat3, double stat1, double nrf2) {
        return Cases.tumour("HCC", new TreeMap<>(Map.of("STAT3", stat3, "STAT1", stat1, "NFE2L2", nrf2)));
    }

    @Property(tries = 1000)
    void sumsAreExactAndComparisonsToo(
            @ForAll @DoubleRange(min = -8, max = 8) double stat3,
            @ForAll @DoubleRange(min = -8, max = 8) double stat1,
            @ForAll @DoubleRange(min = -8, max = 8) double nrf2,
            @ForAll @DoubleRange(min = 0, max = 1) double probability) {
        Ranking ranking = new Ranker(wide().build(), POLICY).rank(tumour(stat3, stat1, nrf2), predictions(probability));
        RankedCandidate before = null;
        for (List<RankedCandidate> list : Standing.lists(ranking)) {
            for (RankedCandidate candidate : list) {
                double sum = 0;
                for (Term term : candidate.ledger().terms()) {
                    assertEquals(term.value() * term.weight(), term.contribution(), 0);
                    sum += term.contribution();
                }
                assertEquals(sum, candidate.score(), 0);
                if (before != null) {
                    addsUp(Comparison.of(before, candidate));
                }
                before = candidate;
            }
        }
    }

    private static void addsUp(Comparison comparison) {
        BigDecimal exact = new BigDecimal(comparison.a().score())
                .subtract(new BigDecimal(comparison.b().score()));
        assertEquals(exact.doubleValue(), comparison.difference(), 0);
        double rows = comparison.rows().stream()
                .mapToDouble(Comparison.Row::difference)
                .sum();
        assertEquals(comparison.difference(), rows + comparison.rounding(), 1e-12);
    }

    /** The nearest flip is a threshold: just beyond it the other one leads, just before it the leader still does. */
    @Property(tries = 200)
    void theNearestFlipOfAWeightIsWhereTheLeaderChanges(
            @ForAll @DoubleRange(min = -8, max = 8) double stat3, @ForAll @DoubleRange(min = -8, max = 8) double nrf2) {
        Ranker ranker = new Ranker(wide().build(), POLICY);
        TumourCase tumourCase = tumour(stat3, -6, nrf2);
        for (Sensitivity lane : Sensitivity.of(ranker.rank(tumourCase, predictions(0.4)))) {
            lane.nearest().filter(flip -> Math.abs(flip.factor() - 1) > 1e-6).ifPresent(flip -> {
                double beyond = 1 + (flip.factor() - 1) * 1.001;
                double before = 1 + (flip.factor() - 1) * 0.999;
                assertFalse(leader(ranker, tumourCase, lane.lane(), flip.term(), beyond)
                        .equals(lane.leader()));
                assertEquals(lane.leader(), leader(ranker, tumourCase, lane.lane(), flip.term(), before));
            });
        }
    }

    private static Combination leader(Ranker ranker, TumourCase tumourCase, Lane lane, TermKind term, double factor) {
        Map<TermKind, Double> weights = new TreeMap<>();
        for (TermKind kind : TermKind.values()) {
            weights.put(kind, POLICY.weight(kind) * (kind == term ? factor : 1));
        }
        RankingPolicy moved = new RankingPolicy(
                "moved", weights, POLICY.unknownDoubt(), POLICY.penalties(), List.of(), POLICY.offers());
        return ranker.under(moved)
                .rank(tumourCase, predictions(0.4))
                .favourable()
                .get(lane)
                .get(0)
                .combination();
    }

    /** Removing the edges of the strongest reason lowers the score of whoever had it. */
    @Property(tries = 100)
    void removingTheTopReasonLowersTheScore(@ForAll @DoubleRange(min = 0.5, max = 8) double stat3) {
        SmallKnowledge full = wide();
        TumourCase tumourCase = tumour(stat3, -6, 1);
        RankedCandidate top = NearestFlip.top(new Ranker(full.build(), POLICY).rank(tumourCase, predictions(0.4)))
                .orElseThrow();
        EffectPath strongest = top.effect().promotingPaths().get(0);
        SmallKnowledge reduced = wide();
        reduced.edges.removeIf(edge -> strongest.edges().contains(edge.id()));
        Knowledge without = reduced.build();
        Ranking again = new Ranker(without, POLICY).rank(tumourCase, predictions(0.4));
        Standing standing = Standing.of(without, tumourCase, again, top.combination());
        assertTrue(standing.candidate().orElseThrow().score() < top.score());
    }

    @Property(tries = 50)
    void everyCombinationOfTheReleaseStandsSomewhereOrHasAReason(@ForAll @IntRange(min = -6, max = 6) int stat3) {
        Knowledge knowledge = wide().build();
        TumourCase tumourCase = tumour(stat3, 1, 1);
        Ranking ranking = new Ranker(knowledge, POLICY).rank(tumourCase, predictions(0.4));
        for (var a : knowledge.drugs()) {
            for (var b : knowledge.drugs()) {
                Combination asked = a.id().equals(b.id()) ? Combination.single(a.id()) : Combination.of(a.id(), b.id());
                Standing standing = Standing.of(knowledge, tumourCase, ranking, asked);
                assertEquals(standing.candidate().isEmpty(), !standing.reasons().isEmpty(), asked.toString());
            }
        }
    }

    @Test
    void theSearchFindsFlipsThatFlip() {
        Ranker ranker = new Ranker(wide().build(), POLICY);
        TumourCase tumourCase = tumour(4, -6, 1);
        Ranking ranking = ranker.rank(tumourCase, predictions(0.4));
        NearestFlip.Answer answer = NearestFlip.search(ranker, tumourCase, predictions(0.4), ranking);
        assertEquals(answer, NearestFlip.search(ranker, tumourCase, predictions(0.4), ranking));
        assertFalse(answer.flips().isEmpty(), answer.toString());
        for (NearestFlip.Flip flip : answer.flips()) {
            TumourCase moved = tumourCase.in(
                    NearestFlip.with(tumourCase.state(), "collectri", flip.factor(), OptionalDouble.of(flip.to())));
            assertEquals(
                    flip.leader(),
                    NearestFlip.top(ranker.rank(moved, predictions(0.4))).map(RankedCandidate::combination));
        }
    }

    @Test
    void preferencesReweighAndSafetyIsNeverWeighedLess() {
        RankingPolicy weighed = POLICY.weighedBy(new Preferences("p", Map.of(TermKind.EVIDENCE, 2.0)));
        assertEquals(2 * POLICY.weight(TermKind.EVIDENCE), weighed.weight(TermKind.EVIDENCE), 0);
        assertEquals(POLICY.weight(TermKind.MECHANISM), weighed.weight(TermKind.MECHANISM), 0);
        assertEquals("test-policy+preferences", weighed.id());
        assertEquals(POLICY, POLICY.weighedBy(Preferences.NONE));
        for (double wrong : new double[] {0.99, 4.01, Double.NaN, -1}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Preferences("", Map.of(TermKind.SAFETY, wrong)),
                    wrong + "");
        }
    }

    /** The order of combinations is that of their text forms, which goldens were written in. */
    @Property
    void combinationsAreOrderedLikeTheirTexts(
            @ForAll("ids") String a, @ForAll("ids") String b, @ForAll("ids") String c, @ForAll("ids") String d) {
        for (Combination left :
                List.of(Combination.single(a), a.equals(b) ? Combination.single(b) : Combination.of(a, b))) {
            for (Combination right :
                    List.of(Combination.single(c), c.equals(d) ? Combination.single(d) : Combination.of(c, d))) {
                assertEquals(
                        Integer.signum(left.toString().compareTo(right.toString())),
                        Integer.signum(left.compareTo(right)));
            }
        }
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> ids() {
        return net.jqwik.api.Arbitraries.strings()
                .withChars("ab+-c*,")
                .ofMinLength(1)
                .ofMaxLength(4)
                .map(text -> text.replace("+", "-"));
    }
}
