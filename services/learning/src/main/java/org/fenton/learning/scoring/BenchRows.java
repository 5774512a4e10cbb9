package org.fenton.learning.scoring;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.fenton.learning.features.FeatureDefinition;
import org.fenton.learning.features.FeatureKind;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.features.MissingPolicy;

/** Invented vectors of a schema, within its ranges; one row in five lacks a whole kind of features. The same number is always the same row. */
final class BenchRows {
    private BenchRows() {}

    static double[][] of(FeatureSchema schema, int rows, long seed) {
        double[][] all = new double[rows][];
        for (int r = 0; r < rows; r++) {
            all[r] = row(schema, new SplittableRandom(seed * 1_000_003 + r));
        }
        return all;
    }

    private static double[] row(FeatureSchema schema, SplittableRandom random) {
        List<FeatureDefinition> features = schema.features();
        Set<FeatureKind> missing = EnumSet.noneOf(FeatureKind.class);
        if (random.nextInt(5) == 0) {
            missing.add(FeatureKind.values()[random.nextInt(FeatureKind.values().length)]);
        }
        double[] row = new double[features.size()];
        Arrays.setAll(row, i -> {
            FeatureDefinition feature = features.get(i);
            double value = value(feature, random);
            boolean hidden = missing.contains(feature.kind()) && feature.missing() != MissingPolicy.REQUIRED;
            return hidden ? Double.NaN : value;
        });
        return row;
    }

    private static double value(FeatureDefinition feature, SplittableRandom random) {
        FeatureRange range = FeatureRange.of(feature).orElse(null);
        if (range == null) {
            return random.nextGaussian();
        }
        double highest = range.highest();
        if (highest == 1) {
            return feature.kind() == FeatureKind.TISSUE ? random.nextInt(2) : random.nextDouble();
        }
        return random.nextInt(highest == 2 ? 3 : 40);
    }
}
