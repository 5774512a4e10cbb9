package org.fenton.learning.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.ScreenFixture;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final Screen ALONE = ScreenFixture.singleAgents();
    private static final int[] ALL = IntStream.range(0, ALONE.size()).toArray();

    private static Screen withScores(double[] scores) {
        return ALONE.withOutcomes(new boolean[scores.length], scores);
    }

    private static int[] rowsOf(int drug) {
        return IntStream.of(ALL).filter(row -> ALONE.drugA(row) == drug).toArray();
    }

    @Test
    void thePairsOutcomeIsItsScore() {
        Screen pairs = ScreenFixture.pairs();
        Outcomes outcomes = Outcomes.of(pairs, new int[] {0, 1, 2});
        assertEquals(pairs.score(7), outcomes.outcome(pairs, 7));
        assertEquals(3.5, outcomes.score(2, 3.5));
    }

    @Test
    void aDrugsStrengthAndScaleAreNoPartOfItsOutcomes() {
        double[] shifted = IntStream.of(ALL)
                .mapToDouble(row -> ALONE.score(row) + 10 * ALONE.drugA(row))
                .toArray();
        Outcomes plain = Outcomes.of(ALONE, ALL);
        Outcomes other = Outcomes.of(withScores(shifted), ALL);
        for (int row : ALL) {
            assertEquals(plain.outcome(ALONE, row), other.outcome(withScores(shifted), row), 1e-9);
            assertEquals(shifted[row], other.score(ALONE.drugA(row), other.outcome(withScores(shifted), row)), 1e-9);
        }
        for (int drug = 0; drug < ALONE.drugs().size(); drug++) {
            double mean = Arrays.stream(rowsOf(drug))
                    .mapToDouble(row -> plain.outcome(ALONE, row))
                    .average()
                    .orElseThrow();
            assertEquals(0, mean, 1e-12);
        }
    }

    @Test
    void oneRowOfADrugSaysNothingAndAnUnseenDrugHasNoScale() {
        int[] seen = IntStream.concat(IntStream.of(rowsOf(0)), IntStream.of(rowsOf(1)[0]))
                .toArray();
        Outcomes outcomes = Outcomes.of(ALONE, seen);
        assertEquals(0, outcomes.outcome(ALONE, rowsOf(1)[0]));
        assertTrue(Double.isNaN(outcomes.score(2, 1.0)));
        assertTrue(Double.isNaN(outcomes.score(-1, 1.0)));
    }

    @Test
    void constantScoresGiveZeroAndTheConstant() {
        Screen constant = withScores(IntStream.of(ALL).mapToDouble(row -> 4).toArray());
        Outcomes outcomes = Outcomes.of(constant, ALL);
        assertEquals(0, outcomes.outcome(constant, 3));
        assertEquals(4, outcomes.score(constant.drugA(3), 0));
    }
}
