package org.fenton.rescoring.cohort;

import java.io.IOException;

/**
 * One case as its file writes it.
 *
 * @param file where it stands
 * @param line 1 for the first line of the file, or of the sample sheet
 * @param json a case document in UTF-8; empty when {@code fault} says why there is none
 * @param fault empty for a row that can be read
 */
public record CohortRow(String file, long line, byte[] json, String fault) {
    /** Takes the rows of a part one after the other. */
    @FunctionalInterface
    public interface Taker {
        void take(CohortRow row) throws IOException;
    }

    static CohortRow of(String file, long line, byte[] json) {
        return new CohortRow(file, line, json, "");
    }

    static CohortRow faulty(String file, long line, String fault) {
        return new CohortRow(file, line, new byte[0], fault);
    }
}
