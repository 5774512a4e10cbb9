package org.fenton.learning.screen;

import java.util.List;
import org.fenton.core.synergy.Well;

/**
 * All wells of one pair of drugs in one line.
 *
 * @param drugA the name that comes first in order, whichever way round the file has the pair
 * @param firstLine of the file that names the pair in this line
 * @param wells doses in micromolar, responses as declared
 */
record ScreenBlock(String drugA, String drugB, String cellLine, int firstLine, List<Well> wells) {
    ScreenBlock {
        wells = List.copyOf(wells);
    }

    String name() {
        return drugA + " + " + drugB + " in " + cellLine;
    }
}
