package org.fenton.core.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/** What must not, and what must, change a score. */
class SynergyPropertiesTest {
    @Property(tries = 30)
    void thePairHasNoOrder(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        unchanged(seed, wells -> map(wells, w -> new Well(w.doseB(), w.doseA(), w.response())), 1e-5);
    }

    @Property(tries = 30)
    void theRowsHaveNoOrder(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        unchanged(
                seed,
                wells -> {
                    List<Well> shuffled = new ArrayList<>(wells);
                    Collections.shuffle(shuffled, new Random(seed));
                    return shuffled;
                },
                0);
    }

    @Property(tries = 30)
    void doubledReplicatesChangeNoScore(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        unchanged(
                seed,
                wells -> {
                    List<Well> doubled = new ArrayList<>(wells);
                    doubled.addAll(wells);
                    return doubled;
                },
                1e-5);
    }

    @Property(tries = 30)
    void theUnitOfADoseDoesNotMatter(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double unit) {
        unchanged(seed, wells -> map(wells, w -> new Well(w.doseA() * unit, w.doseB(), w.response())), 1e-4);
    }

    @Property(tries = 30)
    void whatThePairDoesMoreIsAddedToTheScore(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = -20, max = 20) double more) {
        List<Well> wells = wells(seed);
        List<Well> raised = map(
                wells, w -> new Well(w.doseA(), w.doseB(), w.response() + (w.doseA() > 0 && w.doseB() > 0 ? more : 0)));
        for (ReferenceModel model : List.of(new Hsa(), new Bliss(), new Loewe())) {
            assertEquals(Matrices.mean(model, wells) + more, Matrices.mean(model, raised), 1e-9, model.key());
        }
    }

    @Property(tries = 3)
    void theSameSeedGivesTheSameNumbers(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        List<Well> wells = wells(seed);
        assertEquals(
                CombinationAssessment.of(Matrices.matrix(wells), seed),
                CombinationAssessment.of(Matrices.matrix(wells), seed));
    }

    @Property(tries = 5)
    void benefitStandsBesideSynergy(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        List<Well> wells = wells(seed);
        DoseResponseMatrix matrix = Matrices.matrix(wells);
        CombinationAssessment assessed = CombinationAssessment.of(matrix, 1);
        double together = 0;
        double alone = 0;
        for (int a = 0; a < matrix.dosesA().length; a++) {
            for (int b = 0; b < matrix.dosesB().length; b++) {
                if (a > 0 && b > 0) {
                    together = Math.max(together, matrix.mean(a, b));
                } else {
                    alone = Math.max(alone, matrix.mean(a, b));
                }
            }
        }
        assertEquals(together - alone, assessed.benefit().atBestDoses().value(), 1e-12);
        assertEquals(
                assessed.score("hsa").mean(), assessed.benefit().atSameDoses(), "the same number under both names");
        assertTrue(assessed.benefit().atBestDoses().standardError().orElseThrow() > 0);
    }

    private static void unchanged(long seed, UnaryOperator<List<Well>> change, double tolerance) {
        List<Well> wells = wells(seed);
        for (ReferenceModel model : ReferenceModel.all()) {
            assertEquals(
                    Matrices.mean(model, wells), Matrices.mean(model, change.apply(wells)), tolerance, model.key());
        }
    }

    private static List<Well> wells(long seed) {
        Random random = new Random(seed);
        HillCurve a = new HillCurve(0, 40 + 60 * random.nextDouble(), 0.3 + 2 * random.nextDouble(), 1.2);
        HillCurve b = new HillCurve(0, 40 + 60 * random.nextDouble(), 1 + 5 * random.nextDouble(), 0.9);
        return Matrices.noisy(Matrices.independent(a, b), 2, 3, seed);
    }

    private static List<Well> map(List<Well> wells, UnaryOperator<Well> change) {
        return wells.stream().map(change).toList();
    }
}
