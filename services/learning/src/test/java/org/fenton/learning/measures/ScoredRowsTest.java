package org.fenton.learning.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoredRowsTest {
    /** By hand: positives at ranks 1 and 3 of 4; ROC 3/4, average precision (1 + 2/3) / 2. */
    @Test
    void areasByHand() {
        Measures m = new ScoredRows(new double[] {.9, .8, .7, .1}, new boolean[] {true, false, true, false}).measures();
        assertEquals(0.75, m.rocAuc(), 1e-12);
        assertEquals((1 + 2.0 / 3) / 2, m.prAuc(), 1e-12);
        assertEquals((.01 + .64 + .09 + .01) / 4, m.brier(), 1e-12);
        assertEquals((.1 + .8 + .3 + .1) / 4, m.calibrationError(), 1e-12);
    }

    @Test
    void aConstantKnowsNothing() {
        Measures m =
                new ScoredRows(new double[] {.3, .3, .3, .3}, new boolean[] {true, false, false, false}).measures();
        assertEquals(0.5, m.rocAuc());
        assertEquals(0.25, m.prAuc());
        assertEquals(0.25, m.baseRate());
    }

    @Test
    void aWeightIsThatManyRows() {
        double[] p = {.9, .8, .7, .1};
        boolean[] y = {true, false, true, false};
        Measures weighted = new ScoredRows(p, y).measures(new double[] {1, 2, 1, 0});
        Measures repeated =
                new ScoredRows(new double[] {.9, .8, .8, .7}, new boolean[] {true, false, false, true}).measures();
        assertEquals(repeated.rocAuc(), weighted.rocAuc(), 1e-12);
        assertEquals(repeated.prAuc(), weighted.prAuc(), 1e-12);
        assertEquals(repeated.calibrationError(), weighted.calibrationError(), 1e-12);
    }

    @Test
    void oneKindOfRowHasNoArea() {
        assertTrue(Double.isNaN(new ScoredRows(new double[] {.5}, new boolean[] {true})
                .measures()
                .rocAuc()));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThrows(IllegalArgumentException.class, () -> new ScoredRows(new double[] {1.2}, new boolean[] {true}));
    }

    @Test
    void binsHoldEquallyManyRowsByRisingProbability() {
        int rows = 40;
        double[] p = new double[rows];
        boolean[] y = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            p[i] = (rows - i) / (double) rows;
            y[i] = i < rows / 2;
        }
        ScoredRows whole = new ScoredRows(p, y);
        List<ScoredRows.Bin> bins = whole.bins();
        assertEquals(10, bins.size());
        assertEquals(new ScoredRows.Bin(4, 0.0625, 0), bins.get(0));
        assertEquals(1, bins.get(9).observed());
        assertEquals(
                bins,
                ScoredRows.joined(List.of(
                                new ScoredRows(Arrays.copyOf(p, 17), Arrays.copyOf(y, 17)),
                                new ScoredRows(Arrays.copyOfRange(p, 17, rows), Arrays.copyOfRange(y, 17, rows))))
                        .bins());
        assertEquals(
                1,
                new ScoredRows(new double[] {.5}, new boolean[] {true}).bins().size());
    }
}
