package org.fenton.learning.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fenton.learning.training.RowModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecalibrationTest {
    private static final int ROWS = 4000;

    private record Drawn(double[] raw, boolean[] positive) {}

    /** Raw scores whose true probability is a curve that is Platt's (power 1) or is not. */
    private static Drawn draw(long seed, double power) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] raw = new double[ROWS];
        boolean[] positive = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            raw[i] = random.nextDouble();
            double truth = power == 1 ? raw[i] : raw[i] < 0.5 ? 0.1 : 0.1 + 0.8 * Math.pow(2 * raw[i] - 1, power);
            positive[i] = random.nextDouble() < truth;
        }
        return new Drawn(raw, positive);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverFallsAndIsHonestOnAverage(long seed) {
        Drawn drawn = draw(seed, 6);
        Recalibration fitted = Recalibration.fit(drawn.raw(), drawn.positive());
        double before = 0;
        double sum = 0;
        double positives = 0;
        for (int i = 0; i <= 100; i++) {
            double p = fitted.apply(i / 100.0);
            assertTrue(p >= before && p > 0 && p < 1, "fell at " + i);
            before = p;
        }
        for (int i = 0; i < ROWS; i++) {
            sum += fitted.apply(drawn.raw()[i]);
            positives += drawn.positive()[i] ? 1 : 0;
        }
        assertEquals(positives / ROWS, sum / ROWS, 0.02);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void takesTheOneWithTheLowerLossOnRowsItDidNotSee(long seed) {
        Drawn bent = draw(seed, 6);
        Recalibration fitted = Recalibration.fit(bent.raw(), bent.positive());
        assertEquals("isotonic", fitted.chosen());
        assertTrue(fitted.lossIsotonic() < fitted.lossPlatt());
        Drawn straight = draw(seed, 1);
        assertEquals(
                "Platt", Recalibration.fit(straight.raw(), straight.positive()).chosen());
    }

    /** Rows drawn like those the sets were made of are covered, each label and each tissue. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void setsCoverEachLabelInEachTissue(long seed) {
        Drawn learned = draw(seed, 1);
        Drawn later = draw(seed + 100, 1);
        List<String> tissues = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            tissues.add(i % 2 == 0 ? "Lung" : "Skin");
        }
        LabelSets sets = LabelSets.fit(learned.raw(), learned.positive(), tissues, 0.9);
        for (String tissue : List.of("Lung", "Skin")) {
            for (boolean label : new boolean[] {true, false}) {
                double rows = 0;
                double covered = 0;
                for (int i = 0; i < ROWS; i++) {
                    if (tissues.get(i).equals(tissue) && later.positive()[i] == label) {
                        byte bit = label ? RowModel.HOLDS_POSITIVE : RowModel.HOLDS_NEGATIVE;
                        rows++;
                        covered += (sets.of(later.raw()[i], tissue) & bit) != 0 ? 1 : 0;
                    }
                }
                assertEquals(0.9, covered / rows, 0.035);
            }
        }
    }
}
