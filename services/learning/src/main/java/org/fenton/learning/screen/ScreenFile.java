package org.fenton.learning.screen;

import java.util.List;
import org.fenton.core.synergy.ResponseScale;

/**
 * The rows of one file and how they were read.
 *
 * @param file its name, for messages
 * @param missing rows without a response
 */
record ScreenFile(String file, ResponseScale scale, DoseUnit unit, List<ScreenRow> rows, int missing) {
    ScreenFile {
        rows = List.copyOf(rows);
    }
}
