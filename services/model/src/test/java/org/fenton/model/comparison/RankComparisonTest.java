package org.fenton.model.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.fenton.learning.prediction.Prediction;
import org.fenton.model.comparison.RankComparison.Move;
import org.junit.jupiter.api.Test;

class RankComparisonTest {
    private static final double NONE = Double.NaN;

    /** Ranks 1, 2.5, 2.5, 4 against 4, 3, 1, 2: Pearson of the ranks by hand is −3 / sqrt(4.5 · 5). */
    @Test
    void spearmanSharesTheRankOfTies() {
        RankComparison comparison = of(List.of(0.9, 0.5, 0.5, 0.1), List.of(0.1, 0.2, 0.4, 0.3));
        assertEquals(-3 / Math.sqrt(4.5 * 5), comparison.spearman(), 1e-12);
        assertEquals(new Move("c0", 1, 4, 0.9, 0.1), comparison.largestMoves().get(0));
        assertEquals(new RankComparison.Top(4, 4, 1.0), comparison.top());
    }

    @Test
    void abstentionsAreCountedNotRanked() {
        RankComparison comparison = of(List.of(0.9, NONE, NONE, 0.2, 0.4), List.of(0.8, NONE, 0.3, NONE, 0.5));
        assertEquals(
                List.of(2, 1, 1, 1),
                List.of(comparison.compared(), comparison.onlyFrom(), comparison.onlyTo(), comparison.neither()));
        assertEquals(1, comparison.spearman());
        assertEquals(List.of(), comparison.largestMoves());
    }

    @Test
    void nothingToCompareSaysSo() {
        RankComparison comparison = of(List.of(NONE, 0.5), List.of(0.5, NONE));
        assertEquals(0, comparison.compared());
        assertNull(comparison.spearman());
        assertNull(comparison.top().overlap());
        assertNull(of(List.of(0.5, 0.5), List.of(0.1, 0.9)).spearman());
    }

    @Property
    void theOtherWayRoundIsTheSameDifference(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 1) Double> from, @ForAll long seed) {
        List<Double> to = new ArrayList<>(from);
        java.util.Collections.shuffle(to, new java.util.Random(seed));
        RankComparison there = of(from, to);
        RankComparison back = of(to, from);
        assertEquals(there.spearman(), back.spearman());
        assertEquals(there.top(), back.top());
        assertTrue(there.spearman() == null || Math.abs(there.spearman()) <= 1 + 1e-12);
        assertTrue(there.largestMoves().size() <= 20);
    }

    /** Whatever the traffic, the report keeps the same number of things. */
    @Test
    void theShadowReportDoesNotGrow() {
        ShadowReport report = new ShadowReport("a", "b");
        RankComparison reversed = of(List.of(0.1, 0.2, 0.3, 0.4), List.of(0.4, 0.3, 0.2, 0.1));
        RankComparison same = of(List.of(0.1, 0.2), List.of(0.1, 0.2));
        for (int i = 0; i < 500; i++) {
            report.add(reversed);
        }
        for (int i = 0; i < ShadowReport.CASES_KEPT - 50; i++) {
            report.add(same);
        }
        ShadowReport.View view = report.view();
        assertEquals(650, view.cases());
        assertEquals(ShadowReport.CASES_KEPT, view.spearman().cases());
        assertEquals((150 - 50) / 200.0, view.spearman().mean(), 1e-12);
        assertEquals(-1, view.spearman().lowest());
        assertEquals(20, view.largestMoves().size());
        assertEquals(3, view.largestMoves().get(19).distance());
    }

    private static RankComparison of(List<Double> from, List<Double> to) {
        return RankComparison.of("from", predictions(from), "to", predictions(to));
    }

    private static List<Prediction> predictions(List<Double> probabilities) {
        List<Prediction> predictions = new ArrayList<>();
        for (double p : probabilities) {
            OptionalDouble value = Double.isNaN(p) ? OptionalDouble.empty() : OptionalDouble.of(p);
            predictions.add(new Prediction("c" + predictions.size(), value, value, value, value, List.of()));
        }
        return predictions;
    }
}
