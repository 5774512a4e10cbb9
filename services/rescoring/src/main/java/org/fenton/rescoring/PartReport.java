package org.fenton.rescoring;

import java.io.Serializable;
import java.util.List;

/**
 * What a task did with a part.
 *
 * @param keys of the rows it saw, ranked now or before
 * @param fatal why the part cannot be read on; empty otherwise
 * @param scoringNanos processor time of inferring, predicting, ranking and writing the answer, of {@code allNanos}
 * @param candidates that were ranked
 * @param executor where: {@code driver}, or an executor's id
 */
record PartReport(
        List<String> keys,
        long computed,
        long skipped,
        long failed,
        String fatal,
        long scoringNanos,
        long allNanos,
        long candidates,
        String executor)
        implements Serializable {}
