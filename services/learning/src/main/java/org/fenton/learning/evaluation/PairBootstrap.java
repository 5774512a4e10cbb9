package org.fenton.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.fenton.learning.measures.Measures;
import org.fenton.learning.measures.ScoredRows;

/**
 * Percentile bootstrap of the mean over folds.
 *
 * <p>Within each fold whole pairs are drawn with replacement, since the lines of one pair are not independent. The interval
 * says how far the figure would move with other pairs of the same drugs; it does not cover other drugs.
 */
final class PairBootstrap {
    private static final int REPLICATES = 200;

    private final long seed;

    PairBootstrap(long seed) {
        this.seed = seed;
    }

    /** The 2.5 % and 97.5 % points of one measure. */
    record Interval(double lower, double upper) {}

    /** Rows of one fold with the pair each belongs to. */
    record Fold(ScoredRows rows, long[] pairs) {}

    Map<String, Interval> intervals(List<Fold> folds, Map<String, ToDoubleFunction<Measures>> measures) {
        Map<String, double[]> drawn = new HashMap<>();
        measures.keySet().forEach(name -> drawn.put(name, new double[REPLICATES]));
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            SplittableRandom random = new SplittableRandom(seed + replicate);
            List<Measures> perFold = new ArrayList<>();
            for (Fold fold : folds) {
                perFold.add(fold.rows().measures(weights(fold.pairs(), random)));
            }
            for (var measure : measures.entrySet()) {
                drawn.get(measure.getKey())[replicate] = perFold.stream()
                        .mapToDouble(measure.getValue())
                        .average()
                        .orElseThrow();
            }
        }
        Map<String, Interval> intervals = new HashMap<>();
        drawn.forEach((name, values) -> {
            Arrays.sort(values);
            intervals.put(
                    name, new Interval(values[(int) (0.025 * REPLICATES)], values[(int) (0.975 * REPLICATES) - 1]));
        });
        return intervals;
    }

    private static double[] weights(long[] pairs, SplittableRandom random) {
        long[] distinct = Arrays.stream(pairs).distinct().toArray();
        Map<Long, Integer> times = new HashMap<>();
        for (int i = 0; i < distinct.length; i++) {
            times.merge(distinct[random.nextInt(distinct.length)], 1, Integer::sum);
        }
        return Arrays.stream(pairs).mapToDouble(p -> times.getOrDefault(p, 0)).toArray();
    }
}
