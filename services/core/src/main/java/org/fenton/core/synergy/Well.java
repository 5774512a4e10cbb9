package org.fenton.core.synergy;

/**
 * One measured well.
 *
 * @param doseA of the first drug, micromolar; 0 is none
 * @param doseB of the second drug, micromolar; 0 is none
 * @param response in percent, on the scale that the matrix is declared with
 */
public record Well(double doseA, double doseB, double response) {
    public Well {
        if (!(doseA >= 0 && doseA < Double.POSITIVE_INFINITY && doseB >= 0 && doseB < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("doses are finite and not negative, not " + doseA + " and " + doseB);
        }
        if (!Double.isFinite(response)) {
            throw new IllegalArgumentException("a response is a finite percentage, not " + response
                    + "; leave a well out where nothing was measured");
        }
        // A dose of -0.0 is the dose 0 and must share its cell.
        doseA += 0.0;
        doseB += 0.0;
    }
}
