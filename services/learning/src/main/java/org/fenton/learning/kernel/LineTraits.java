package org.fenton.learning.kernel;

import java.util.Optional;

/**
 * What two lines (or a line and a tumour) are compared by.
 *
 * @param tissue OncoTree tissue
 * @param profile standardised pathway activities, protein and metabolite levels in a fixed order; NaN is missing. Read only
 * @param identity equal for one line in two laboratories; empty for a tumour
 * @param laboratory other than the one whose outcome is predicted; empty for that one
 */
public record LineTraits(
        Optional<String> tissue, double[] profile, Optional<String> identity, Optional<String> laboratory) {
    /** A line or tumour that is like itself alone. */
    public LineTraits(Optional<String> tissue, double[] profile) {
        this(tissue, profile, Optional.empty(), Optional.empty());
    }

    public static LineTraits unknown() {
        return new LineTraits(Optional.empty(), new double[0]);
    }
}
