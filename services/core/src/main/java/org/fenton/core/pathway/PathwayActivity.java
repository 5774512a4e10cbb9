package org.fenton.core.pathway;

import java.util.OptionalDouble;

/**
 * The inferred activity of one source in one condition: an inference from its targets, not a measurement of the source.
 *
 * @param statistic the method: {@code ulm}, {@code mlm}, {@code wsum}, {@code wmean} or {@code viper}
 * @param score positive when targets move as an active source would move them; the unit is the method's own
 * @param pValue two-sided; empty where the method has none
 * @param falseDiscoveryRate Benjamini-Hochberg over the sources of the condition; empty where there is no p value
 */
public record PathwayActivity(
        String statistic,
        String source,
        String condition,
        double score,
        OptionalDouble pValue,
        OptionalDouble falseDiscoveryRate) {}
