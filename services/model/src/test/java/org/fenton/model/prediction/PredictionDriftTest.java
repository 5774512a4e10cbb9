package org.fenton.model.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PredictionDriftTest {
    private final PredictionDrift drift = new PredictionDrift();

    private void add(int times, double from, double to) {
        Random random = new Random(7);
        for (int i = 0; i < times; i++) {
            drift.add(from + random.nextDouble() * (to - from));
        }
    }

    @Test
    void nothingIsSaidBeforeBothWindowsAreFull() {
        add(PredictionDrift.WINDOW * 2 - 1, 0, 1);
        assertTrue(Double.isNaN(drift.index()));
        drift.add(1);
        assertTrue(drift.index() >= 0);
    }

    @Test
    void theSameDistributionIsZeroAndAnotherIsNot() {
        add(PredictionDrift.WINDOW, 0, 1);
        add(PredictionDrift.WINDOW, 0, 1);
        assertEquals(0, drift.index(), 1e-12);
        add(PredictionDrift.WINDOW, 0.5, 1);
        assertTrue(drift.index() > 0.2, drift.index() + "");
        add(PredictionDrift.WINDOW, 0, 1);
        assertEquals(0, drift.index(), 1e-12, "only the last window counts");
    }

    @Test
    void theIndexIsThatOfTheFormula() {
        for (int i = 0; i < 2 * PredictionDrift.WINDOW; i++) {
            drift.add(i < PredictionDrift.WINDOW ? 0.05 : 0.15);
        }
        double full = 5000.5 / 5005;
        double empty = 0.5 / 5005;
        assertEquals(2 * (full - empty) * Math.log(full / empty), drift.index(), 1e-12);
    }
}
