package org.fenton.core.tumour;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An inferred activity of a transcription factor or a pathway.
 *
 * @param network {@code collectri} or {@code progeny}
 * @param source the factor or pathway, for example {@code STAT3} or {@code JAK-STAT}
 * @param score the method's statistic (ulm: Student's t); positive means more active
 */
public record Activity(
        String network,
        String source,
        double score,
        OptionalDouble pValue,
        OptionalInt targetsMeasured,
        OptionalInt targetsTotal) {}
