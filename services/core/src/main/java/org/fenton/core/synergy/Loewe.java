package org.fenton.core.synergy;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Loewe additivity: a drug can be replaced by an equally effective dose of the other, so a drug with itself is additive.
 *
 * <p>Formula: the expected effect E solves a / d_A(E) + b / d_B(E) = 1, with d(E) the dose at which the fitted curve of a drug
 * alone reaches E; found by bisection, because the left side falls as E grows.
 *
 * <p>Input: the fitted curves of both drugs with E0 = 0, doses in micromolar.
 *
 * <p>Above the Emax of the weaker drug no dose of it reaches E and classical Loewe is undefined. There the weaker drug's
 * term is 0, so E is the stronger drug's own effect at its dose: continuous with the isobole, and the choice of
 * Combenefit (Di Veroli et al. 2016, doi:10.1093/bioinformatics/btw230), which reverts to the highest single agent.
 * SynergyFinder instead puts the sum of both doses into each drug's curve and takes the larger effect.
 *
 * <p>Output: excess of the measured mean in percentage points, positive = synergy. Symmetric in the pair; unchanged when
 * the doses of one drug change their unit.
 *
 * <p>Without a curve for both drugs there is no answer. A drug without effect adds nothing: E is the other's effect.
 *
 * <p>Source: Loewe 1953, Arzneimittelforschung 3:285–290; with Hill curves: Yadav et al.
 * 2015, doi:10.1016/j.csbj.2015.09.001; the cases without an isobole: Van der Borght et al. 2017,
 * doi:10.1038/s41598-017-18068-5.
 */
public record Loewe() implements ReferenceModel {
    private static final int HALVINGS = 100;

    @Override
    public String key() {
        return "loewe";
    }

    @Override
    public List<CellExcess> excess(DoseResponseMatrix matrix, SingleAgents singles) {
        var a = singles.a().fit().curve();
        var b = singles.b().fit().curve();
        if (a.isEmpty() || b.isEmpty()) {
            return List.of();
        }
        return ReferenceModel.fromDoses(
                matrix, (doseA, doseB) -> OptionalDouble.of(expected(a.get(), doseA, b.get(), doseB)));
    }

    /** Percent inhibition of doses a and b of two drugs with rising curves from 0. */
    static double expected(HillCurve curveA, double a, HillCurve curveB, double b) {
        double low = Math.max(curveA.effect(a), curveB.effect(b));
        double high = Math.max(curveA.emax(), curveB.emax());
        for (int i = 0; i < HALVINGS && high - low > 1e-12; i++) {
            double middle = (low + high) / 2;
            if (a / curveA.dose(middle) + b / curveB.dose(middle) > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
