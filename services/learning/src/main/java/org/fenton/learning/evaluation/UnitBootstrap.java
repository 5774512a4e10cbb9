package org.fenton.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fenton.learning.measures.JudgedRows;
import org.fenton.learning.measures.Measure;

/**
 * Percentile bootstrap of the mean over folds.
 *
 * <p>Within each fold whole units are drawn with replacement, because rows of one pair, line or drug are not independent; a row of two held-out drugs
 * weighs the product of their draws (Owen 2007, doi:10.1214/07-AOAS122). A resample holds fewer distinct units than the fold, which alone raises a calibration error and lowers
 * a correlation within drugs; so the percentiles are shifted by the difference of the value and the replicates' mean, and kept within the measure's range. Every predictor of a fold meets the same draws. The interval says how far the mean would move
 * with other units; it does not cover another laboratory.
 */
final class UnitBootstrap {
    static final int REPLICATES = 200;

    private final long seed;

    UnitBootstrap(long seed) {
        this.seed = seed;
    }

    /** Value and the 2.5 % and 97.5 % points. */
    record Interval(double value, double lower, double upper) {}

    /**
     * @param fold number of the fold, which decides the draws
     * @param unitB second unit of each row, or −1
     * @param units how many units the fold has
     */
    record Drawn(int fold, JudgedRows rows, int[] unitA, int[] unitB, int units) {}

    Map<Measure, Interval> intervals(List<Drawn> folds) {
        Map<Measure, Interval> intervals = intervals(values(folds), replicates(folds));
        intervals.replaceAll(
                (measure, i) -> new Interval(i.value(), Math.max(measure.least(), i.lower()), Math.min(1, i.upper())));
        return intervals;
    }

    /** How much higher the measures of {@code folds} are than those of {@code others}, the same rows with other answers, under the same draws. */
    Map<Measure, Interval> differences(List<Drawn> folds, List<Drawn> others) {
        List<Map<Measure, Double>> mine = replicates(folds);
        List<Map<Measure, Double>> theirs = replicates(others);
        List<Map<Measure, Double>> differences = new ArrayList<>();
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            differences.add(minus(mine.get(replicate), theirs.get(replicate)));
        }
        return intervals(minus(values(folds), values(others)), differences);
    }

    private static Map<Measure, Double> minus(Map<Measure, Double> mine, Map<Measure, Double> theirs) {
        Map<Measure, Double> differences = new EnumMap<>(Measure.class);
        mine.forEach((measure, value) -> {
            if (theirs.containsKey(measure)) {
                differences.put(measure, value - theirs.get(measure));
            }
        });
        return differences;
    }

    private static Map<Measure, Double> values(List<Drawn> folds) {
        return mean(folds.stream().map(f -> f.rows().measures()).toList());
    }

    private List<Map<Measure, Double>> replicates(List<Drawn> folds) {
        List<Map<Measure, Double>> replicates = new ArrayList<>();
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            List<Map<Measure, Double>> drawn = new ArrayList<>();
            for (Drawn fold : folds) {
                drawn.add(fold.rows().measures(weights(fold, replicate)));
            }
            replicates.add(mean(drawn));
        }
        return replicates;
    }

    private static Map<Measure, Interval> intervals(
            Map<Measure, Double> values, List<Map<Measure, Double>> replicates) {
        Map<Measure, Interval> intervals = new EnumMap<>(Measure.class);
        values.forEach((measure, value) -> {
            double[] drawn = replicates.stream()
                    .filter(r -> r.containsKey(measure))
                    .mapToDouble(r -> r.get(measure))
                    .sorted()
                    .toArray();
            double shift = value - Arrays.stream(drawn).average().orElse(Double.NaN);
            intervals.put(measure, new Interval(value, point(drawn, 0.025) + shift, point(drawn, 0.975) + shift));
        });
        return intervals;
    }

    private static double point(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** Mean over the folds in which the measure is defined. */
    static Map<Measure, Double> mean(List<Map<Measure, Double>> folds) {
        Map<Measure, Double> means = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            folds.stream()
                    .filter(f -> f.containsKey(measure))
                    .mapToDouble(f -> f.get(measure))
                    .average()
                    .ifPresent(mean -> means.put(measure, mean));
        }
        return means;
    }

    private double[] weights(Drawn fold, int replicate) {
        SplittableRandom random = new SplittableRandom((seed * 1_000_003 + fold.fold()) * 1_000_003 + replicate);
        int[] times = new int[fold.units()];
        for (int i = 0; i < times.length; i++) {
            times[random.nextInt(times.length)]++;
        }
        double[] weights = new double[fold.unitA().length];
        Arrays.setAll(weights, row -> {
            int second = fold.unitB()[row];
            return (double) times[fold.unitA()[row]] * (second < 0 ? 1 : times[second]);
        });
        return weights;
    }
}
