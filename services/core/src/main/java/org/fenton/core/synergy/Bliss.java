package org.fenton.core.synergy;

import java.util.List;

/**
 * Bliss independence: each drug removes its share of the cells that the other leaves.
 *
 * <p>Formula: expected = 100 · (f_A + f_B − f_A·f_B), f = inhibition / 100 clamped to [0, 1].
 *
 * <p>Input: effects alone as {@link SingleAgent#effect} gives them. Only these are clamped, because a share of cells lies
 * between 0 and 1 and two negative noises must not multiply to an effect; the observed mean is left as measured.
 *
 * <p>Output: excess in percentage points, positive = synergy. Symmetric in the pair. Clamping turns noise below 0 alone
 * into a small negative excess, noise above 100 into a small positive one.
 *
 * <p>A cell whose dose was neither measured alone nor lies between tested doses is left out. A matrix that is 0
 * everywhere scores 0.
 *
 * <p>Source: Bliss 1939, doi:10.1111/j.1744-7348.1939.tb06990.x.
 */
public record Bliss() implements ReferenceModel {
    @Override
    public String key() {
        return "bliss";
    }

    @Override
    public List<CellExcess> excess(DoseResponseMatrix matrix, SingleAgents singles) {
        return ReferenceModel.fromEffects(matrix, singles, Bliss::expected);
    }

    /** Percent inhibition of two independent effects given in percent. */
    public static double expected(double effectA, double effectB) {
        double a = Math.max(0, Math.min(1, effectA / 100));
        double b = Math.max(0, Math.min(1, effectB / 100));
        return 100 * (a + b - a * b);
    }
}
