package org.fenton.learning.plot;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.Scale;

/**
 * Expression of single genes as the graph shows it.
 *
 * <p>Formula: a contrast as it stands; standardised values less the table's own mean, in the table's own standard
 * deviations, as {@code ulm} sees them. Another platform than the reference's lifts nearly all genes together, which would
 * colour every node.
 */
record NodeLevels(ExpressionProfile profile, double mean, double deviation) {
    static NodeLevels of(ExpressionProfile profile) {
        if (profile.scale() == Scale.CONTRAST) {
            return new NodeLevels(profile, 0, 1);
        }
        double[] values = profile.matrix().values(0);
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new NodeLevels(profile, mean, Math.sqrt(squares / values.length));
    }

    /** Empty where the gene has no value, or all genes have one and the same. */
    OptionalDouble of(GeneSymbol gene) {
        OptionalDouble value = profile.value(gene);
        return value.isEmpty() || deviation == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((value.getAsDouble() - mean) / deviation);
    }

    String unit() {
        return profile.scale() == Scale.CONTRAST
                ? "as the contrast has it"
                : "standard deviations from the mean of this table's standardised genes";
    }
}
