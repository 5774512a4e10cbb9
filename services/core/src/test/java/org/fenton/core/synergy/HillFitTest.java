package org.fenton.core.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class HillFitTest {
    @Test
    void theCurveAndItsInverseByHand() {
        HillCurve curve = new HillCurve(0, 80, 2, 2);
        assertEquals(0, curve.effect(0));
        assertEquals(40, curve.effect(2), 1e-12);
        assertEquals(64, curve.effect(4), 1e-12);
        assertEquals(4, curve.dose(64), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, curve.dose(80));
        assertEquals(0, curve.dose(-3));
        HillCurve falling = new HillCurve(50, 10, 1, 1);
        assertEquals(30, falling.effect(1), 1e-12);
        assertEquals(1, falling.dose(30), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, falling.dose(10));
        assertEquals(7, new HillCurve(7, 7, 1, 1).effect(100));
        assertThrows(IllegalArgumentException.class, () -> new HillCurve(0, 100, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new HillCurve(0, Double.NaN, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> curve.effect(-1));
    }

    @Property(tries = 200)
    void anExactCurveIsFoundAgain(
            @ForAll @DoubleRange(min = 20, max = 99) double emax,
            @ForAll @DoubleRange(min = -1, max = 1) double logEc50,
            @ForAll @DoubleRange(min = 0.4, max = 4) double h) {
        HillCurve truth = new HillCurve(0, emax, Math.pow(10, logEc50), h);
        HillFit fit = fit(truth, 0.01, 0.05, 0.2, 0.8, 3, 12, 50);
        HillCurve found = fit.curve().orElseThrow();
        assertTrue(fit.converged());
        assertEquals(truth.emax(), found.emax(), 1e-3);
        assertEquals(1, found.ec50Micromolar() / truth.ec50Micromolar(), 1e-4);
        assertEquals(truth.h(), found.h(), 1e-4);
        assertEquals(0, fit.residualStandardError().orElseThrow(), 1e-4);
        assertEquals(EnumSet.noneOf(FitFlag.class), fit.flags());
    }

    @Test
    void anEc50OutsideTheTestedDosesIsFlagged() {
        assertTrue(
                fit(new HillCurve(0, 90, 40, 1.5), 0.1, 0.3, 1, 3, 10).flags().contains(FitFlag.EC50_ABOVE_TESTED));
        assertTrue(
                fit(new HillCurve(0, 90, 0.02, 1), 0.1, 0.3, 1, 3, 10).flags().contains(FitFlag.EC50_BELOW_TESTED));
    }

    @Test
    void constantEffectsAreFlatOrSaturated() {
        HillFit none = HillFit.singleAgent(same(0));
        assertEquals(EnumSet.of(FitFlag.FLAT), none.flags());
        assertEquals(0, none.curve().orElseThrow().effect(1e6));
        HillFit growth = HillFit.singleAgent(same(-12));
        assertEquals(EnumSet.of(FitFlag.FLAT), growth.flags());
        assertEquals(12 * Math.sqrt(4), growth.residualStandardError().orElseThrow(), 1e-9);
        HillFit all = HillFit.singleAgent(same(70));
        assertEquals(70, all.curve().orElseThrow().effect(1), 1e-6);
        assertTrue(all.flags().contains(FitFlag.EC50_BELOW_TESTED), all.flags().toString());
    }

    @Test
    void tooFewDosesGiveNoCurve() {
        for (Map<Double, List<Double>> few : List.<Map<Double, List<Double>>>of(
                Map.of(),
                Map.of(1.0, List.of(3.0, 5.0)),
                Map.of(0.0, List.of(0.0), 1.0, List.of(30.0), 10.0, List.of(60.0)),
                Map.of(1.0, List.of(30.0), 10.0, List.of(60.0), 100.0, List.<Double>of()))) {
            HillFit fit = HillFit.singleAgent(few);
            assertTrue(fit.curve().isEmpty());
            assertTrue(fit.residualStandardError().isEmpty());
            assertFalse(fit.converged());
            assertEquals(EnumSet.of(FitFlag.TOO_FEW_DOSES), fit.flags());
        }
        HillFit three = fit(new HillCurve(0, 80, 1, 1), 0.3, 1, 3);
        assertTrue(three.curve().isPresent());
        assertTrue(three.residualStandardError().isEmpty(), "three wells leave no degree of freedom");
    }

    @Test
    void notANumberIsRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> HillFit.singleAgent(Map.of(1.0, List.of(bad), 2.0, List.of(1.0), 3.0, List.of(2.0))));
            assertThrows(IllegalArgumentException.class, () -> new Well(bad, 0, 1));
        }
        assertThrows(IllegalArgumentException.class, () -> new Well(-1, 0, 1));
    }

    @Property(tries = 100)
    void replicatesCountByNumberAndNotByOrder(@ForAll @DoubleRange(min = 1, max = 20) double noise) {
        Map<Double, List<Double>> wells = new TreeMap<>();
        Map<Double, List<Double>> turned = new TreeMap<>();
        Map<Double, List<Double>> doubled = new TreeMap<>();
        for (double dose : new double[] {0.1, 0.3, 1, 3, 10}) {
            double effect = Matrices.FULL.effect(dose);
            double off = noise * Math.sin(37 * dose);
            wells.put(dose, List.of(effect + off, effect - off / 3, effect));
            turned.put(dose, List.of(effect, effect + off, effect - off / 3));
            doubled.put(dose, List.of(effect + off, effect + off, effect - off / 3, effect - off / 3, effect, effect));
        }
        HillFit fit = HillFit.singleAgent(wells);
        assertEquals(fit, HillFit.singleAgent(turned));
        HillCurve once = fit.curve().orElseThrow();
        HillCurve twice = HillFit.singleAgent(doubled).curve().orElseThrow();
        assertEquals(once.effect(2), twice.effect(2), 1e-6);
    }

    private static HillFit fit(HillCurve truth, double... doses) {
        Map<Double, List<Double>> effects = new TreeMap<>();
        for (double dose : doses) {
            effects.put(dose, List.of(truth.effect(dose)));
        }
        return HillFit.singleAgent(effects);
    }

    private static Map<Double, List<Double>> same(double effect) {
        Map<Double, List<Double>> effects = new TreeMap<>();
        for (double dose : new double[] {0.1, 1, 10, 100}) {
            effects.put(dose, List.of(effect));
        }
        return effects;
    }
}
