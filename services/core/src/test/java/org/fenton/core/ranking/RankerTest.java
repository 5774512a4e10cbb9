package org.fenton.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.fenton.core.Cases;
import org.fenton.core.SmallKnowledge;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Edge;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.tumour.TumourCase;
import org.junit.jupiter.api.Test;

class RankerTest {
    private static final TumourCase STAT3_HIGH = Cases.tumour("HCC", Map.of("STAT3", 4.0, "STAT1", -6.0));

    private static Ranking rank(SmallKnowledge small, TumourCase tumourCase, Predictions predictions) {
        return new Ranker(small.build(), TestPolicy.make(0.1)).rank(tumourCase, predictions);
    }

    private static Stream<RankedCandidate> all(Ranking ranking) {
        return Stream.of(
                        ranking.favourable().values().stream().flatMap(List::stream),
                        ranking.conflicted().stream(),
                        ranking.expectedHarm().stream(),
                        ranking.noAnswer().stream())
                .flatMap(stream -> stream);
    }

    @Property(tries = 200)
    void contributionsAddUpToTheScoreToTheLastBit(
            @ForAll @DoubleRange(min = -8, max = 8) double stat3,
            @ForAll @DoubleRange(min = -8, max = 8) double stat1,
            @ForAll @DoubleRange(min = 0, max = 1) double probability) {
        Combination pair = Combination.of("jakinib", "gpxinib");
        Map<Combination, Prediction> predicted =
                Map.of(pair, new Prediction(probability, probability / 2, 1, false, ""));
        Ranking ranking = rank(
                new SmallKnowledge(),
                Cases.tumour("HCC", Map.of("STAT3", stat3, "STAT1", stat1)),
                Cases.predictions("bundle", "head", predicted));
        assertEquals(3, all(ranking).count(), "two single agents and one pair");
        all(ranking).forEach(candidate -> {
            double sum = 0;
            for (Term term : candidate.ledger().terms()) {
                assertEquals(term.value() * term.weight(), term.contribution(), 0);
                sum += term.contribution();
            }
            assertEquals(sum, candidate.score(), 0);
            assertTrue(candidate.lower() <= candidate.score());
            assertTrue(candidate.score() <= candidate.upper());
        });
    }

    /** A pair is ranked by numbers alone; the paths that explain it are merged when it is shown. */
    @Property(tries = 200)
    void theMechanismThatIsShownIsTheOneThatWasRankedBy(
            @ForAll @DoubleRange(min = -8, max = 8) double stat3,
            @ForAll @DoubleRange(min = -8, max = 8) double stat1) {
        Ranking ranking = rank(
                new SmallKnowledge(),
                Cases.tumour("HCC", Map.of("STAT3", stat3, "STAT1", stat1)),
                Predictions.none("off"));
        all(ranking).forEach(candidate -> {
            Term mechanism = candidate.ledger().terms().get(0);
            assertEquals(TermKind.MECHANISM, mechanism.kind());
            assertEquals(candidate.effect().net(), mechanism.value(), 0);
            assertEquals(candidate.effect().strength().net(), mechanism.value(), 0);
            assertEquals(
                    candidate.effect().promotingPaths().stream().findFirst().orElse(null),
                    candidate.effect().strength().promotingPath());
        });
    }

    @Test
    void aToolCompoundIsListedAsNotForPatientsAndNeverRanked() {
        Ranking ranking = rank(new SmallKnowledge(), STAT3_HIGH, Predictions.none("off"));
        assertTrue(all(ranking).noneMatch(candidate -> candidate.combination().contains("toolkit")));
        assertEquals(
                List.of(new LeftOut("toolkit", "NOT_FOR_PATIENTS", "tool compound", "row toolkit")), ranking.leftOut());
    }

    @Test
    void aStopRuleTakesACandidateOutBeforeRanking() {
        SmallKnowledge small = new SmallKnowledge();
        small.rule("r1", "jakinib", "always", SafetyRule.Action.STOP);
        Ranking ranking = rank(small, STAT3_HIGH, Predictions.none("off"));
        assertTrue(all(ranking).noneMatch(candidate -> candidate.combination().contains("jakinib")));
        assertEquals(
                2,
                ranking.leftOut().stream()
                        .filter(entry -> entry.code().equals("SAFETY_STOP")
                                && entry.source().equals("r1"))
                        .count());
    }

    @Test
    void aMissingPredictionWidensTheIntervalAndAddsNothing() {
        Combination pair = Combination.of("jakinib", "gpxinib");
        Ranking without = rank(new SmallKnowledge(), STAT3_HIGH, Predictions.none("off"));
        RankedCandidate candidate = find(without, pair);
        assertTrue(candidate.ledger().terms().stream().noneMatch(term -> term.kind() == TermKind.SYNERGY));
        assertTrue(candidate.ledger().unknown().stream().anyMatch(term -> term.kind() == TermKind.SYNERGY));
    }

    @Test
    void anActiveInterferonArmTurnsTheJakInhibitorIntoExpectedHarm() {
        Ranking ranking = rank(
                new SmallKnowledge(),
                Cases.tumour("HCC", Map.of("STAT3", -6.0, "STAT1", 4.0)),
                Predictions.none("off"));
        assertEquals(
                Outlook.EXPECTED_HARM,
                find(ranking, Combination.single("jakinib")).outlook());
        assertFalse(find(ranking, Combination.single("jakinib")).against().isEmpty());
    }

    @Test
    void removingTheStrongestReasonLowersTheScore() {
        SmallKnowledge full = new SmallKnowledge();
        SmallKnowledge reduced = new SmallKnowledge();
        reduced.edges.removeIf(edge -> edge.id().equals("e3"));
        Combination jakinib = Combination.single("jakinib");
        assertTrue(find(rank(reduced, STAT3_HIGH, Predictions.none("off")), jakinib)
                        .score()
                < find(rank(full, STAT3_HIGH, Predictions.none("off")), jakinib).score());
    }

    /** Potency saturates at 10 nM, so the scores of all four are one. */
    @Test
    void equalScoresAreOrderedByStudiesThenPotencyThenName() {
        SmallKnowledge small = new SmallKnowledge();
        small.edge("e9", "brake", "ferroptosis", Edge.Sign.MINUS, "general", "STUDY:9");
        Listing.Kind inducer = Listing.Kind.FERROPTOSIS_INDUCER;
        small.drug("a-nine", inducer, "gpx4-inhibitor", SmallKnowledge.target("GPX4", 9));
        small.drug("b-nine", inducer, "gpx4-inhibitor", SmallKnowledge.target("GPX4", 9));
        small.drug("z-one", inducer, "gpx4-inhibitor", SmallKnowledge.target("GPX4", 1));
        small.drug(
                "two-ways",
                inducer,
                "gpx4-inhibitor",
                SmallKnowledge.target("GPX4", 9.5),
                SmallKnowledge.target("brake", 900));
        List<RankedCandidate> inducers =
                rank(small, STAT3_HIGH, Predictions.none("off")).favourable().get(Lane.PREDICTED).stream()
                        .filter(candidate -> !candidate.combination().isPair()
                                && !candidate.combination().contains("jakinib"))
                        .toList();
        assertEquals(
                1,
                inducers.stream().mapToDouble(RankedCandidate::score).distinct().count(),
                "one score");
        assertEquals(
                List.of("two-ways", "z-one", "a-nine", "b-nine", "gpxinib"),
                inducers.stream().map(each -> each.combination().first()).toList());
    }

    @Test
    void bandsCountUpAndRanksFollowTheScore() {
        Map<Combination, Prediction> predicted = new HashMap<>();
        predicted.put(Combination.of("jakinib", "gpxinib"), new Prediction(0.9, 0.8, 1, false, ""));
        Ranking ranking = rank(new SmallKnowledge(), STAT3_HIGH, Cases.predictions("b", "h", predicted));
        for (List<RankedCandidate> lane : ranking.favourable().values()) {
            for (int i = 1; i < lane.size(); i++) {
                assertTrue(lane.get(i - 1).score() >= lane.get(i).score());
                assertTrue(lane.get(i).band() - lane.get(i - 1).band() <= 1);
                assertEquals(i + 1, lane.get(i).rank());
            }
        }
    }

    private static RankedCandidate find(Ranking ranking, Combination combination) {
        return all(ranking)
                .filter(candidate -> candidate.combination().equals(combination))
                .findFirst()
                .orElseThrow();
    }
}
