package org.fenton.learning.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class JudgedRowsTest {
    private static final double[] NONE = {};

    private static JudgedRows rows(double[] p, boolean[] y, double[] expected, double[] score, double threshold) {
        int[] drug = new int[p.length];
        int[] none = new int[p.length];
        Arrays.fill(none, -1);
        return new JudgedRows(new JudgedRows.Columns(p, y, expected, score, drug, none, threshold));
    }

    /** Called .9, .8, .7 positive; 2 of them and 0 of the other 1 are: observed 3/4, chance (3*2+1*2)/16. */
    @Test
    void kappaByHand() {
        JudgedRows rows = rows(new double[] {.1, .9, .7, .8}, new boolean[] {false, true, true, false}, NONE, NONE, .7);
        double chance = (3 * 2 + 1 * 2) / 16.0;
        assertEquals((0.75 - chance) / (1 - chance), rows.measures().get(Measure.KAPPA), 1e-12);
    }

    /** x 1 2 4 and y 1 3 2: deviations -4/3 -1/3 5/3 and -1 1 0, so 1 / sqrt(42/9 * 2). */
    @Test
    void pearsonByHand() {
        JudgedRows rows = rows(
                new double[] {.1, .9, .5},
                new boolean[] {false, true, true},
                new double[] {1, 2, 4},
                new double[] {1, 3, 2},
                Double.NaN);
        assertEquals(1 / Math.sqrt(42 / 9.0 * 2), rows.measures().get(Measure.PEARSON), 1e-12);
    }

    /** Thirty rows in fifteen bins of two: each bin predicts .5 and holds one positive, but one holds two. */
    @Test
    void calibrationErrorByHand() {
        double[] p = new double[30];
        boolean[] y = new boolean[30];
        for (int i = 0; i < 30; i++) {
            p[i] = 0.9 - i * 0.01;
            y[i] = i % 2 == 0 || i == 1;
        }
        double error = 0;
        for (int bin = 0; bin < 15; bin++) {
            error += Math.abs(p[2 * bin] + p[2 * bin + 1] - (bin == 0 ? 2 : 1)) / 30;
        }
        assertEquals(error, rows(p, y, NONE, NONE, Double.NaN).measures().get(Measure.CALIBRATION_ERROR), 1e-12);
    }

    @Test
    void whatIsNotDefinedIsLeftOut() {
        Map<Measure, Double> one = rows(new double[] {.5, .6}, new boolean[] {true, true}, NONE, NONE, Double.NaN)
                .measures();
        for (Measure measure : new Measure[] {
            Measure.ROC_AUC, Measure.PR_AUC, Measure.KAPPA, Measure.PEARSON, Measure.PER_DRUG_CORRELATION
        }) {
            assertFalse(one.containsKey(measure), measure.key());
        }
        assertEquals(1, one.get(Measure.BASE_RATE));
    }

    @Property(tries = 50)
    void rocAucIsTheShareOfPairsInOrder(
            @ForAll @IntRange(min = 4, max = 40) int n, @ForAll @LongRange(min = 0, max = 1 << 20) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] p =
                IntStream.range(0, n).mapToDouble(i -> random.nextInt(8) / 8.0).toArray();
        boolean[] y = new boolean[n];
        y[0] = true;
        for (int i = 2; i < n; i++) {
            y[i] = random.nextBoolean();
        }
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (y[i] && !y[j]) {
                    pairs++;
                    wins += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
                }
            }
        }
        assertEquals(wins / pairs, rows(p, y, NONE, NONE, Double.NaN).measures().get(Measure.ROC_AUC), 1e-12);
    }

    /** All but the calibration error, whose bins hold equally many rows and so differ once rows are repeated. */
    @Property(tries = 30)
    void aWeightIsThatManyRows(@ForAll @LongRange(min = 0, max = 1 << 20) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 24;
        double[] p = random.doubles(n).toArray();
        double[] e = random.doubles(n).toArray();
        double[] s = random.doubles(n).toArray();
        boolean[] y = new boolean[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = i % 3 == 0;
            weight[i] = random.nextInt(1, 4);
        }
        int[] repeated = IntStream.range(0, n)
                .flatMap(i -> IntStream.range(0, (int) weight[i]).map(k -> i))
                .toArray();
        boolean[] repeatedY = new boolean[repeated.length];
        for (int i = 0; i < repeated.length; i++) {
            repeatedY[i] = y[repeated[i]];
        }
        Map<Measure, Double> weighted = rows(p, y, e, s, .4).measures(weight);
        Map<Measure, Double> plain = rows(pick(p, repeated), repeatedY, pick(e, repeated), pick(s, repeated), .4)
                .measures();
        for (Measure measure : Measure.values()) {
            if (measure != Measure.CALIBRATION_ERROR) {
                assertEquals(plain.get(measure), weighted.get(measure), 1e-9, measure.key());
            }
        }
        assertTrue(weighted.containsKey(Measure.CALIBRATION_ERROR));
    }

    private static double[] pick(double[] from, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> from[i]).toArray();
    }
}
