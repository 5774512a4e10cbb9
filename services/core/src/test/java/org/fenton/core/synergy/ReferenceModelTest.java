package org.fenton.core.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Cases whose answer is known without a program. */
class ReferenceModelTest {
    @Test
    void hsaAndBlissByHand() {
        DoseResponseMatrix matrix = Matrices.matrix(List.of(
                new Well(0, 0, 0), new Well(1, 0, 30), new Well(0, 2, 50), new Well(1, 2, 75), new Well(1, 2, 85)));
        SingleAgents singles = SingleAgents.of(matrix);
        CellExcess hsa = new Hsa().excess(matrix, singles).get(0);
        assertEquals(50, hsa.expected());
        assertEquals(30, hsa.excess());
        CellExcess bliss = new Bliss().excess(matrix, singles).get(0);
        assertEquals(65, bliss.expected(), 1e-12);
        assertEquals(15, bliss.excess(), 1e-12);
        assertEquals(List.of(), new Loewe().excess(matrix, singles), "one dose gives no curve");
        assertEquals(List.of(), new Zip().excess(matrix, singles));
    }

    @Test
    void minusZeroIsNoDoseOfItsOwn() {
        DoseResponseMatrix matrix = Matrices.matrix(
                List.of(new Well(1, -0.0, 30), new Well(-0.0, 2, 50), new Well(1, 2, 75), new Well(0, 0, 1)));
        assertEquals(2, matrix.dosesA().length);
        assertEquals(
                25, new Hsa().excess(matrix, SingleAgents.of(matrix)).get(0).excess());
    }

    @Test
    void blissClampsWhatIsNoShareOfCells() {
        assertEquals(0, Bliss.expected(-20, -30));
        assertEquals(100, Bliss.expected(120, 10));
        assertEquals(40, Bliss.expected(-5, 40), 1e-12);
    }

    @Test
    void aDrugWithItselfIsLoeweAdditive() {
        for (HillCurve curve : List.of(Matrices.FULL, Matrices.PARTIAL, new HillCurve(0, 100, 3, 4))) {
            List<Well> sham = Matrices.wells((a, b) -> curve.effect(a + b));
            for (CellExcess cell : excess(new Loewe(), sham)) {
                assertEquals(0, cell.excess(), 1e-4, curve + " " + cell);
            }
        }
    }

    @Test
    void aDrugAndItsDilutionAreLoeweAdditive() {
        HillCurve stock = Matrices.FULL;
        List<Well> sham = Matrices.wells((a, b) -> stock.effect(a + b / 25));
        for (CellExcess cell : excess(new Loewe(), sham)) {
            assertEquals(0, cell.excess(), 1e-4, cell.toString());
        }
    }

    @Test
    void aSteepDrugWithItselfLooksSynergisticToBlissAndIsNot() {
        HillCurve steep = new HillCurve(0, 100, 3, 4);
        assertTrue(Matrices.mean(new Bliss(), Matrices.wells((a, b) -> steep.effect(a + b))) > 3);
    }

    @Test
    void independentDrugsScoreNothingUnderBlissAndZip() {
        List<Well> wells = Matrices.wells(Matrices.independent(Matrices.FULL, Matrices.PARTIAL));
        for (ReferenceModel model : List.of(new Bliss(), new Zip())) {
            List<CellExcess> cells = excess(model, wells);
            assertEquals(20, cells.size());
            for (CellExcess cell : cells) {
                assertEquals(0, cell.excess(), 1e-3, model.key() + " " + cell);
            }
        }
    }

    @Test
    void aMorePotentPartnerIsZipSynergyAndALessPotentOneAntagonism() {
        for (double shift : new double[] {0.3, 3}) {
            List<Well> wells = Matrices.wells((a, b) -> {
                double alone = Matrices.FULL.effect(b == 0 ? a : a / shift);
                return Bliss.expected(alone, Matrices.PARTIAL.effect(b));
            });
            double delta = Matrices.mean(new Zip(), wells);
            assertTrue(shift < 1 ? delta > 2 : delta < -2, "shift " + shift + " gives " + delta);
        }
    }

    @Test
    void aboveTheWeakerDrugsMaximumTheStrongerSpeaksAlone() {
        HillCurve weak = new HillCurve(0, 40, 1, 1);
        HillCurve strong = new HillCurve(0, 95, 10, 2);
        double dose = strong.dose(41);
        assertEquals(41, Loewe.expected(weak, 5, strong, dose), 1e-9);
        double below = strong.dose(39.9999);
        double above = strong.dose(40.0001);
        assertEquals(Loewe.expected(weak, 5, strong, below), Loewe.expected(weak, 5, strong, above), 1e-3, "no jump");
        HillCurve none = new HillCurve(0, 0, 1, 1);
        assertEquals(60, Loewe.expected(none, 100, strong, strong.dose(60)), 1e-9);
        assertEquals(0, Loewe.expected(none, 100, none, 100));
    }

    @Test
    void viabilityIsTheSameScreenOnceDeclared() {
        List<Well> inhibition = Matrices.noisy((a, b) -> 10 + Matrices.FULL.effect(a + b) / 2, 2, 4, 5);
        List<Well> viability = inhibition.stream()
                .map(w -> new Well(w.doseA(), w.doseB(), 100 - w.response()))
                .toList();
        CombinationAssessment one = CombinationAssessment.of(Matrices.matrix(inhibition), 1);
        CombinationAssessment other =
                CombinationAssessment.of(DoseResponseMatrix.of(viability, ResponseScale.VIABILITY), 1);
        for (SynergyScore score : one.scores()) {
            assertEquals(
                    score.mean().orElseThrow().value(),
                    other.score(score.model()).mean().orElseThrow().value(),
                    1e-6,
                    score.model());
        }
        double wrong = Matrices.mean(new Bliss(), viability);
        double right = one.score("bliss").mean().orElseThrow().value();
        assertTrue(Math.abs(wrong - right) > 5, "undeclared viability must not look like inhibition");
    }

    @Test
    void moreEffectTogetherIsPositiveInEveryModel() {
        List<Well> wells = Matrices.wells((a, b) ->
                Bliss.expected(Matrices.FULL.effect(a), Matrices.PARTIAL.effect(b)) + (a > 0 && b > 0 ? 8 : 0));
        List<Well> less = Matrices.wells(
                (a, b) -> Math.max(Matrices.FULL.effect(a), Matrices.PARTIAL.effect(b)) - (a > 0 && b > 0 ? 15 : 0));
        for (ReferenceModel model : ReferenceModel.all()) {
            assertTrue(Matrices.mean(model, wells) > 3, model.key());
            assertTrue(Matrices.mean(model, less) < -8, model.key());
        }
    }

    @Test
    void aSingleAgentBetweenTestedDosesIsReadFromItsCurve() {
        SingleAgent drug = SingleAgent.first(Matrices.matrix(Matrices.wells((a, b) -> Matrices.FULL.effect(a))));
        assertEquals(Matrices.FULL.effect(2), drug.effect(2).orElseThrow(), 1e-3);
        assertEquals(OptionalDouble.empty(), drug.effect(20));
        assertEquals(OptionalDouble.empty(), drug.effect(0.01));
    }

    @Test
    void whatIsMissingIsNamed() {
        IllegalArgumentException none =
                assertThrows(IllegalArgumentException.class, () -> Matrices.matrix(List.of(new Well(1, 1, 20))));
        assertTrue(none.getMessage().contains("no well of the first drug alone"), none.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Matrices.matrix(List.of()));
        List<Well> gap = Matrices.wells((a, b) -> Matrices.FULL.effect(a + b)).stream()
                .filter(w -> !(w.doseA() == 1 && w.doseB() == 5))
                .toList();
        for (ReferenceModel model : ReferenceModel.all()) {
            assertEquals(19, excess(model, gap).size(), model.key());
        }
    }

    private static List<CellExcess> excess(ReferenceModel model, List<Well> wells) {
        DoseResponseMatrix matrix = Matrices.matrix(wells);
        return model.excess(matrix, SingleAgents.of(matrix));
    }
}
