package org.fenton.learning.features;

/**
 * One feature of a schema.
 *
 * @param name unique, kind first: {@code pathway:JAK-STAT}
 * @param unit what a step of one means
 */
public record FeatureDefinition(String name, FeatureKind kind, String unit, MissingPolicy missing) {
    public FeatureDefinition {
        if (name.isBlank() || name.indexOf('\t') >= 0 || unit.indexOf('\t') >= 0) {
            throw new IllegalArgumentException("a feature has a name and no tab in name or unit: '" + name + "'");
        }
    }
}
