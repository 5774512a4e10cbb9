package org.fenton.core.synergy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * One drug of a pair without the other: what was measured and the curve through it.
 *
 * <p>Formula: the effect at a dose is the mean of its wells where that dose was measured, else the fitted curve's where
 * the dose lies between tested ones, else unknown.
 *
 * <p>Input: doses in micromolar above 0. Output: percent inhibition, or absent.
 *
 * @param measured dose in micromolar to mean percent inhibition, ascending
 * @param fit the curve with E0 = 0
 */
public record SingleAgent(Map<Double, Double> measured, HillFit fit) {
    public SingleAgent {
        measured = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(measured));
    }

    /** The drug on the first axis of a matrix. */
    static SingleAgent first(DoseResponseMatrix matrix) {
        Map<Double, Double> means = new TreeMap<>();
        Map<Double, List<Double>> alone = matrix.alongA(0);
        double[] doses = matrix.dosesA();
        for (int a = 0; a < doses.length; a++) {
            if (doses[a] > 0 && matrix.replicates(a, 0) > 0) {
                means.put(doses[a], matrix.mean(a, 0));
            }
        }
        return new SingleAgent(means, HillFit.singleAgent(alone));
    }

    public OptionalDouble effect(double doseMicromolar) {
        Double mean = measured.get(doseMicromolar);
        if (mean != null) {
            return OptionalDouble.of(mean);
        }
        TreeMap<Double, Double> sorted = new TreeMap<>(measured);
        boolean inside = doseMicromolar > sorted.firstKey() && doseMicromolar < sorted.lastKey();
        return inside && fit.curve().isPresent()
                ? OptionalDouble.of(fit.curve().get().effect(doseMicromolar))
                : OptionalDouble.empty();
    }

    /** The largest mean effect at any tested dose, percent inhibition. */
    public double largestEffect() {
        return measured.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
