package org.fenton.rescoring.cohort;

import java.io.IOException;
import java.io.Serializable;

/** A piece of a cohort that one task reads from the shared file system. */
public sealed interface CohortPart extends Serializable permits NdjsonPart, DocumentsPart, MatrixPart, ParquetPart {
    /** How much a part holds: lines are counted to number the rows of the parts behind it. */
    record Size(long lines, long rows) implements Serializable {}

    String file();

    /**
     * Looks through the part before any work is done.
     *
     * @throws CohortException when the file is cut off or lacks what every row needs
     */
    Size survey() throws IOException;

    /** The same part when {@code lines} lines of its file stand before it. */
    CohortPart after(long lines);

    void read(CohortRow.Taker taker) throws IOException;
}
