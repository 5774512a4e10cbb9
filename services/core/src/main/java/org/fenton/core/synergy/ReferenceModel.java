package org.fenton.core.synergy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;

/**
 * What a pair of drugs would do without interacting.
 *
 * <p>Formula: the excess of a cell is its observed less its expected inhibition; each model's page gives the expectation.
 *
 * <p>Input: a {@link DoseResponseMatrix} and its {@link SingleAgents}. Scores of different models are different quantities
 * and are never pooled.
 *
 * <p>Output: one {@link CellExcess} for each cell with both doses above 0 for which the model has an answer, ordered by
 * first, then second dose; percentage points of inhibition, positive = synergy. A cell without an answer is left out.
 *
 * <p>Sources with each model.
 */
public sealed interface ReferenceModel permits Hsa, Bliss, Loewe, Zip {
    /** Name in files: {@code hsa}, {@code bliss}, {@code loewe}, {@code zip}. */
    String key();

    List<CellExcess> excess(DoseResponseMatrix matrix, SingleAgents singles);

    /** The four models in the order of reports. */
    static List<ReferenceModel> all() {
        return List.of(new Hsa(), new Bliss(), new Loewe(), new Zip());
    }

    /** Cells whose expectation follows from what the drugs do alone at the cell's own doses. */
    static List<CellExcess> fromEffects(
            DoseResponseMatrix matrix, SingleAgents singles, DoubleBinaryOperator expectation) {
        return fromDoses(matrix, (doseA, doseB) -> {
            OptionalDouble a = singles.a().effect(doseA);
            OptionalDouble b = singles.b().effect(doseB);
            return a.isPresent() && b.isPresent()
                    ? OptionalDouble.of(expectation.applyAsDouble(a.getAsDouble(), b.getAsDouble()))
                    : OptionalDouble.empty();
        });
    }

    /** An expectation from two doses above 0, where there is one. */
    interface DoseExpectation {
        OptionalDouble of(double doseA, double doseB);
    }

    static List<CellExcess> fromDoses(DoseResponseMatrix matrix, DoseExpectation expectation) {
        double[] dosesA = matrix.dosesA();
        double[] dosesB = matrix.dosesB();
        List<CellExcess> cells = new ArrayList<>();
        for (int a = 0; a < dosesA.length; a++) {
            for (int b = 0; b < dosesB.length; b++) {
                if (dosesA[a] > 0 && dosesB[b] > 0 && matrix.replicates(a, b) > 0) {
                    double observed = matrix.mean(a, b);
                    double doseA = dosesA[a];
                    double doseB = dosesB[b];
                    expectation
                            .of(doseA, doseB)
                            .ifPresent(expected -> cells.add(new CellExcess(doseA, doseB, observed, expected)));
                }
            }
        }
        return List.copyOf(cells);
    }
}
