package org.fenton.learning.kernel;

import java.util.Optional;

/**
 * What two lines (or a line and a tumour) are compared by.
 *
 * @param tissue OncoTree tissue
 * @param profile standardised pathway activities, protein and metabolite levels in a fixed order; NaN is missing. Read only
 */
public record LineTraits(Optional<String> tissue, double[] profile) {
    public static LineTraits unknown() {
        return new LineTraits(Optional.empty(), new double[0]);
    }
}
