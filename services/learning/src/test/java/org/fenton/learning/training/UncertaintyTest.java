package org.fenton.learning.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
    @Test
    void plattRecoversADistortionItCanExpress() {
        Random random = new Random(3);
        double[] raw = new double[40_000];
        boolean[] outcome = new boolean[raw.length];
        for (int i = 0; i < raw.length; i++) {
            double logit = 3 * random.nextGaussian();
            raw[i] = 1 / (1 + Math.exp(-logit));
            outcome[i] = random.nextDouble() < 1 / (1 + Math.exp(-(0.5 * logit - 1)));
        }
        Calibration calibration = Calibration.fit(raw, outcome);
        assertEquals(0.5, calibration.slope(), 0.02);
        assertEquals(-1, calibration.intercept(), 0.05);
    }

    @Test
    void calibrationNeedsBothOutcomes() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Calibration.fit(new double[] {.2, .3}, new boolean[] {true, true}));
    }

    @Test
    void intervalCoversFreshPairsAsOftenAsItSays() {
        Random random = new Random(5);
        ConformalInterval interval = ConformalInterval.fit(pairs(random, 900), 0.9);
        List<ConformalInterval.PairShare> fresh = pairs(random, 4000);
        double covered = fresh.stream()
                .filter(p ->
                        p.observed() >= interval.lower(p.predicted()) && p.observed() <= interval.upper(p.predicted()))
                .count();
        assertEquals(0.9, covered / fresh.size(), 0.02);
    }

    @Test
    void intervalHoldsItsOwnProbabilityAndStaysWithinZeroAndOne() {
        ConformalInterval interval = ConformalInterval.fit(pairs(new Random(1), 300), 0.9);
        for (double p = 0; p <= 1; p += 0.01) {
            assertTrue(0 <= interval.lower(p) && interval.lower(p) <= p);
            assertTrue(p <= interval.upper(p) && interval.upper(p) <= 1);
        }
    }

    private static List<ConformalInterval.PairShare> pairs(Random random, int count) {
        List<ConformalInterval.PairShare> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double predicted = random.nextDouble();
            double observed = Math.max(0, Math.min(1, predicted + 0.2 * predicted * random.nextGaussian()));
            pairs.add(new ConformalInterval.PairShare(predicted, observed));
        }
        return pairs;
    }
}
