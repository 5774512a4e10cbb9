package org.fenton.learning.interaction;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fenton.learning.features.FeatureKind;
import org.fenton.learning.features.FeatureSchema;

/**
 * The features a contest is held with: all but some kinds. A kind that is left out stays in the schema and is missing in every row, so a head has one schema whatever was chosen.
 *
 * @param without the kinds left out, in the order of their name
 */
record FeatureSet(List<FeatureKind> without) {
    static final FeatureSet ALL = new FeatureSet(List.of());

    FeatureSet {
        without = List.copyOf(without);
    }

    static FeatureSet without(FeatureKind... kinds) {
        return new FeatureSet(List.of(kinds));
    }

    /** A competitor's name with these features: {@code ensemble without mechanism}. */
    String named(String competitor) {
        return without.isEmpty()
                ? competitor
                : competitor + " without "
                        + without.stream()
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));
    }

    /** As if the features left out had never been measured. */
    Standardisation of(Standardisation all, FeatureSchema schema) {
        double[] mean = all.mean().clone();
        for (int i = 0; i < mean.length; i++) {
            if (without.contains(schema.features().get(i).kind())) {
                mean[i] = Double.NaN;
            }
        }
        return new Standardisation(mean, all.deviation());
    }
}
