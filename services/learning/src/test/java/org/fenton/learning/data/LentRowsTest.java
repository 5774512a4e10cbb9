package org.fenton.learning.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LentRowsTest {
    private static final Screen OWN = ScreenFixture.pairs();

    /** Drug 0 of the other screen is drug 1 of this one, all others are new. */
    private static final Screen BOTH = LentRows.to(OWN, ScreenFixture.pairs(), new java.util.function.Function<>() {
        private int asked;

        @Override
        public String apply(Screen.Drug drug) {
            boolean own = asked++ < OWN.drugs().size();
            return own ? drug.key() : drug.key().equals("drug0") ? "drug1" : "other " + drug.key();
        }
    });

    @Test
    void ownRowsStayAsTheyWere() {
        for (int row = 0; row < OWN.size(); row++) {
            assertFalse(BOTH.lent(row));
            assertEquals(OWN.pair(row), BOTH.pair(row));
            assertEquals(OWN.score(row), BOTH.score(row));
            assertEquals(OWN.positive(row), BOTH.positive(row));
        }
    }

    @Test
    void oneDrugOfBothIsOneAndTheirLinesStayTheirOwn() {
        assertEquals(2 * OWN.drugs().size() - 1, BOTH.drugs().size());
        assertEquals(2 * OWN.lines().size(), BOTH.lines().size());
        assertEquals(2 * OWN.size(), BOTH.size());
        int first = OWN.size();
        assertTrue(BOTH.lent(first));
        assertEquals(1, Math.min(BOTH.drugA(first), BOTH.drugB(first)));
        assertEquals(
                "invented-pairs",
                BOTH.lines().get(BOTH.line(first)).laboratory().orElseThrow());
    }

    @Test
    void lentOutcomesHaveTheMeanAndSpreadOfTheOwn() {
        double[] lent = IntStream.range(OWN.size(), BOTH.size())
                .mapToDouble(BOTH::score)
                .toArray();
        double[] own = IntStream.range(0, OWN.size()).mapToDouble(BOTH::score).toArray();
        assertEquals(mean(own), mean(lent), 1e-9);
        assertEquals(spread(own), spread(lent), 1e-9);
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double spread(double[] values) {
        double mean = mean(values);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .average()
                .orElseThrow();
    }
}
