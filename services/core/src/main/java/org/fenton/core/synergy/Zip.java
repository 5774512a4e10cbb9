package org.fenton.core.synergy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Zero interaction potency: adding a drug changes neither the potency nor the shape of the other's curve.
 *
 * <p>Formula: δ(a, b) = ½·(y_{A|b}(a) + y_{B|a}(b)) − 100·(f_A + f_B − f_A·f_B). f = fitted effect of a drug alone / 100.
 * y_{A|b} is a Hill curve through the wells with b of the other drug and doses of A above 0, its E0 held at the fitted
 * effect of b alone, and its Emax free in [−100, 100], so that antagonism can fall below b alone.
 *
 * <p>Input: at least 3 doses above 0 of each drug, alone and with the other. Yadav et al. hold Emax at 1; free, δ is 0 for
 * independent drugs also where neither kills all cells.
 *
 * <p>Output: δ in percentage points of inhibition, positive = synergy; the observed value of a cell is the fitted surface.
 * Symmetric in the pair.
 *
 * <p>Fewer doses, alone or in the row or column of a cell: no answer for those cells. A matrix that is 0 everywhere scores 0.
 *
 * <p>Source: Yadav et al. 2015, doi:10.1016/j.csbj.2015.09.001.
 */
public record Zip() implements ReferenceModel {
    private static final double LOWEST_EMAX = -100;

    @Override
    public String key() {
        return "zip";
    }

    @Override
    public List<CellExcess> excess(DoseResponseMatrix matrix, SingleAgents singles) {
        Optional<HillCurve> a = singles.a().fit().curve();
        Optional<HillCurve> b = singles.b().fit().curve();
        if (a.isEmpty() || b.isEmpty()) {
            return List.of();
        }
        List<Optional<HillCurve>> givenB = conditional(matrix, b.get());
        List<Optional<HillCurve>> givenA = conditional(matrix.swapped(), a.get());
        double[] dosesA = matrix.dosesA();
        double[] dosesB = matrix.dosesB();
        List<CellExcess> cells = new ArrayList<>();
        for (int i = 1; i < dosesA.length; i++) {
            for (int j = 1; j < dosesB.length; j++) {
                if (matrix.replicates(i, j) > 0
                        && givenB.get(j).isPresent()
                        && givenA.get(i).isPresent()) {
                    double surface = (givenB.get(j).get().effect(dosesA[i])
                                    + givenA.get(i).get().effect(dosesB[j]))
                            / 2;
                    double expected =
                            Bliss.expected(a.get().effect(dosesA[i]), b.get().effect(dosesB[j]));
                    cells.add(new CellExcess(dosesA[i], dosesB[j], surface, expected));
                }
            }
        }
        return List.copyOf(cells);
    }

    /** Curves of the first drug, one for each dose of the second; none for its dose 0. */
    private static List<Optional<HillCurve>> conditional(DoseResponseMatrix matrix, HillCurve second) {
        double[] dosesB = matrix.dosesB();
        List<Optional<HillCurve>> curves = new ArrayList<>();
        curves.add(Optional.empty());
        for (int b = 1; b < dosesB.length; b++) {
            Map<Double, List<Double>> wells = matrix.alongA(b);
            wells.remove(0.0);
            curves.add(HillFit.of(DoseSeries.of(wells), second.effect(dosesB[b]), LOWEST_EMAX)
                    .curve());
        }
        return curves;
    }
}
