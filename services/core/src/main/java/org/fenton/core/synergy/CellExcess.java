package org.fenton.core.synergy;

/**
 * What one cell of a matrix says under one reference model.
 *
 * @param doseA micromolar
 * @param doseB micromolar
 * @param observed percent inhibition: the cell's mean, or under ZIP the fitted surface
 * @param expected percent inhibition without interaction
 */
public record CellExcess(double doseA, double doseB, double observed, double expected) {
    /** Percentage points of inhibition; positive = synergy. */
    public double excess() {
        return observed - expected;
    }
}
