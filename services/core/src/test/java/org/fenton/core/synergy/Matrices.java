package org.fenton.core.synergy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/** Made-up matrices with known truth. */
final class Matrices {
    static final double[] DOSES_A = {0, 0.1, 0.3, 1, 3, 10};
    static final double[] DOSES_B = {0, 0.5, 1.5, 5, 15};
    static final HillCurve FULL = new HillCurve(0, 95, 0.8, 1.3);
    static final HillCurve PARTIAL = new HillCurve(0, 55, 2.5, 0.9);

    private Matrices() {}

    /** One well a cell, on the inhibition scale. */
    static List<Well> wells(DoubleBinaryOperator effect) {
        List<Well> wells = new ArrayList<>();
        for (double a : DOSES_A) {
            for (double b : DOSES_B) {
                wells.add(new Well(a, b, effect.applyAsDouble(a, b)));
            }
        }
        return wells;
    }

    /** Several wells a cell with normal noise. */
    static List<Well> noisy(DoubleBinaryOperator effect, int replicates, double deviation, long seed) {
        Random random = new Random(seed);
        List<Well> wells = new ArrayList<>();
        for (int r = 0; r < replicates; r++) {
            for (Well well : wells(effect)) {
                double response = well.response() + deviation * random.nextGaussian();
                wells.add(new Well(well.doseA(), well.doseB(), response));
            }
        }
        return wells;
    }

    static DoubleBinaryOperator independent(HillCurve a, HillCurve b) {
        return (x, y) -> Bliss.expected(a.effect(x), b.effect(y));
    }

    static DoseResponseMatrix matrix(List<Well> wells) {
        return DoseResponseMatrix.of(wells, ResponseScale.INHIBITION);
    }

    static double mean(ReferenceModel model, List<Well> wells) {
        DoseResponseMatrix matrix = matrix(wells);
        return model.excess(matrix, SingleAgents.of(matrix)).stream()
                .mapToDouble(CellExcess::excess)
                .average()
                .orElseThrow();
    }
}
