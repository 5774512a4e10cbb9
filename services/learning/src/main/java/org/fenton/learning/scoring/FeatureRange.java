package org.fenton.learning.scoring;

import java.util.Map;
import java.util.Optional;
import org.fenton.learning.features.FeatureDefinition;

/** The values a feature can have at all, ends included; a feature without known ends has no range. */
public record FeatureRange(double lowest, double highest) {
    private static final FeatureRange SHARE = new FeatureRange(0, 1);
    private static final FeatureRange OF_TWO_DRUGS = new FeatureRange(0, 2);
    private static final FeatureRange COUNT = new FeatureRange(0, Double.POSITIVE_INFINITY);

    private static final Map<String, FeatureRange> BY_UNIT = Map.of(
            "0 to 1", SHARE,
            "1 in this tissue", SHARE,
            "drugs that hit it", OF_TWO_DRUGS,
            "drugs with the bit", OF_TWO_DRUGS,
            "drugs of known structure", OF_TWO_DRUGS,
            "drugs of known targets", OF_TWO_DRUGS,
            "families", COUNT,
            "atoms", COUNT);

    public static Optional<FeatureRange> of(FeatureDefinition feature) {
        return Optional.ofNullable(BY_UNIT.get(feature.unit()));
    }

    /** Missing is no value, hence never outside. */
    public boolean refuses(double value) {
        return value < lowest || value > highest;
    }
}
