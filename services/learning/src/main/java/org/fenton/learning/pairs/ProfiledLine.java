package org.fenton.learning.pairs;

import java.util.Arrays;
import org.fenton.learning.kernel.LineTraits;

/**
 * A line or tumour that the user gives an expression profile of.
 *
 * @param note what its levels come from
 */
public record ProfiledLine(String name, LineTraits traits, String note) {
    boolean hasLevels() {
        return Arrays.stream(traits.profile()).anyMatch(level -> !Double.isNaN(level));
    }
}
