package org.fenton.core.ranking;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one asker re-weighs the terms of the policy: each factor multiplies the weight of its term. What is not named keeps
 * its weight. Safety may be weighed more, never less.
 *
 * @param name of the profile, for the record; may be empty
 */
public record Preferences(String name, Map<TermKind, Double> factors) {
    public static final double LARGEST = 4;
    public static final Preferences NONE = new Preferences("", Map.of());

    /** @throws IllegalArgumentException naming the factor that is out of range */
    public Preferences {
        factors = factors.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(factors));
        factors.forEach((kind, factor) -> {
            double least = least(kind);
            if (!(factor >= least && factor <= LARGEST)) {
                throw new IllegalArgumentException(
                        "the factor of '" + kind.label() + "' is from " + least + " to " + LARGEST + ", not " + factor);
            }
        });
    }

    /** The smallest factor that a term may be given. */
    public static double least(TermKind kind) {
        return kind == TermKind.SAFETY ? 1 : 0;
    }

    public boolean areNone() {
        return factors.isEmpty();
    }
}
