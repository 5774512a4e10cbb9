package org.fenton.learning.measures;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Answers beside outcomes, laid out by falling probability, so that a bootstrap replicate is one pass: O(n log n) once, O(n) a replicate.
 *
 * <p>Formulas, w the weight of a row (1, or how often a bootstrap drew its units), p probability, y label, e expected and s measured score. ROC AUC, average precision and
 * Brier score: {@link ScoredRows}. Calibration error: rows in order of p are cut into fifteen bins of equally many rows, rows of equal p kept together; Σ over bins of
 * |Σ w (p − y)| / Σ w. Kappa: (observed − chance agreement) / (1 − chance agreement) of p ≥ threshold with y. Pearson: of e with s. Per-drug
 * correlation: the same within each drug's rows (p with s where nobody expects a score, p with y where there is no score), averaged over
 * drugs that have at least ten rows and vary in both. A measure that is not defined is left out.
 */
public final class JudgedRows {
    private static final int BINS = 15;
    private static final int ROWS_OF_A_DRUG = 10;
    private static final double NO_VARIANCE = 1e-12;

    private final Columns rows;
    private final ScoredRows areas;
    private final int[] bin;
    private final boolean[] drugCounts;
    private final double[] guess;
    private final double[] truth;
    private final boolean scores;

    /**
     * Rows of one fold; all arrays of one length, except that {@code expected} and {@code score} may be empty.
     *
     * @param probability without NaN
     * @param drugA drug index that per-drug correlation counts the row under, or −1
     * @param drugB the same for the second drug
     * @param threshold for kappa, NaN for none
     */
    public record Columns(
            double[] probability,
            boolean[] positive,
            double[] expected,
            double[] score,
            int[] drugA,
            int[] drugB,
            double threshold) {
        Columns ordered(int[] order) {
            return new Columns(
                    pick(probability, order),
                    pick(positive, order),
                    pick(expected, order),
                    pick(score, order),
                    pick(drugA, order),
                    pick(drugB, order),
                    threshold);
        }

        private static double[] pick(double[] from, int[] order) {
            return from.length == 0
                    ? from
                    : Arrays.stream(order).mapToDouble(i -> from[i]).toArray();
        }

        private static int[] pick(int[] from, int[] order) {
            return Arrays.stream(order).map(i -> from[i]).toArray();
        }

        private static boolean[] pick(boolean[] from, int[] order) {
            boolean[] picked = new boolean[order.length];
            for (int i = 0; i < picked.length; i++) {
                picked[i] = from[order[i]];
            }
            return picked;
        }
    }

    private final int[] order;

    public JudgedRows(Columns columns) {
        double[] p = columns.probability();
        this.order = IntStream.range(0, p.length)
                .boxed()
                .sorted((i, j) -> Double.compare(p[j], p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.rows = columns.ordered(order);
        this.areas = new ScoredRows(rows.probability(), rows.positive());
        this.bin = bins(rows.probability());
        this.scores = whole(rows.expected(), p.length) && whole(rows.score(), p.length);
        this.guess = centred(scores ? rows.expected() : rows.probability());
        this.truth = centred(whole(rows.score(), p.length) ? rows.score() : labels());
        this.drugCounts = drugsThatCount();
    }

    public int size() {
        return order.length;
    }

    /** All weights one. */
    public Map<Measure, Double> measures() {
        double[] ones = new double[size()];
        Arrays.fill(ones, 1);
        return measures(ones);
    }

    /**
     * @param weight by row as the columns were given
     */
    public Map<Measure, Double> measures(double[] weight) {
        double[] w = new double[order.length];
        double total = 0;
        for (int i = 0; i < w.length; i++) {
            w[i] = weight[order[i]];
            total += w[i];
        }
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        if (total == 0) {
            return values;
        }
        Measures known = areas.measures(w);
        values.put(Measure.ROC_AUC, known.rocAuc());
        values.put(Measure.PR_AUC, known.prAuc());
        values.put(Measure.BRIER, known.brier());
        values.put(Measure.CALIBRATION_ERROR, calibrationError(w, total));
        values.put(Measure.BASE_RATE, known.baseRate());
        values.put(Measure.KAPPA, kappa(w, total));
        values.put(Measure.PEARSON, scores ? pearson(w) : Double.NaN);
        values.put(Measure.PER_DRUG_CORRELATION, perDrug(w));
        values.values().removeIf(v -> v.isNaN());
        return values;
    }

    private double calibrationError(double[] w, double total) {
        double[] excess = new double[BINS];
        for (int i = 0; i < w.length; i++) {
            excess[bin[i]] += w[i] * (rows.probability()[i] - (rows.positive()[i] ? 1 : 0));
        }
        return Arrays.stream(excess).map(Math::abs).sum() / total;
    }

    private double kappa(double[] w, double total) {
        double agreed = 0;
        double called = 0;
        double positive = 0;
        for (int i = 0; i < w.length; i++) {
            boolean call = rows.probability()[i] >= rows.threshold();
            agreed += call == rows.positive()[i] ? w[i] : 0;
            called += call ? w[i] : 0;
            positive += rows.positive()[i] ? w[i] : 0;
        }
        double chance = (called * positive + (total - called) * (total - positive)) / (total * total);
        return Double.isNaN(rows.threshold()) || chance == 1 ? Double.NaN : (agreed / total - chance) / (1 - chance);
    }

    private double pearson(double[] w) {
        double[] sums = new double[6];
        for (int i = 0; i < w.length; i++) {
            add(sums, 0, w[i], guess[i], truth[i]);
        }
        return correlation(sums, 0);
    }

    private double perDrug(double[] w) {
        double[] sums = new double[6 * drugCounts.length];
        for (int i = 0; i < w.length; i++) {
            int a = rows.drugA()[i];
            int b = rows.drugB()[i];
            if (a >= 0) {
                add(sums, 6 * a, w[i], guess[i], truth[i]);
            }
            if (b >= 0) {
                add(sums, 6 * b, w[i], guess[i], truth[i]);
            }
        }
        return IntStream.range(0, drugCounts.length)
                .filter(drug -> drugCounts[drug])
                .mapToDouble(drug -> correlation(sums, 6 * drug))
                .filter(r -> !Double.isNaN(r))
                .average()
                .orElse(Double.NaN);
    }

    private static void add(double[] sums, int at, double w, double x, double y) {
        sums[at] += w;
        sums[at + 1] += w * x;
        sums[at + 2] += w * y;
        sums[at + 3] += w * x * x;
        sums[at + 4] += w * y * y;
        sums[at + 5] += w * x * y;
    }

    private static double correlation(double[] sums, int at) {
        double n = sums[at];
        double x = sums[at + 3] / n - sums[at + 1] / n * (sums[at + 1] / n);
        double y = sums[at + 4] / n - sums[at + 2] / n * (sums[at + 2] / n);
        double xy = sums[at + 5] / n - sums[at + 1] / n * (sums[at + 2] / n);
        return x > NO_VARIANCE && y > NO_VARIANCE ? xy / Math.sqrt(x * y) : Double.NaN;
    }

    private boolean[] drugsThatCount() {
        int drugs = 1
                + Math.max(
                        Arrays.stream(rows.drugA()).max().orElse(-1),
                        Arrays.stream(rows.drugB()).max().orElse(-1));
        int[] counts = new int[drugs];
        for (int i = 0; i < order.length; i++) {
            if (rows.drugA()[i] >= 0) {
                counts[rows.drugA()[i]]++;
            }
            if (rows.drugB()[i] >= 0) {
                counts[rows.drugB()[i]]++;
            }
        }
        boolean[] enough = new boolean[drugs];
        for (int drug = 0; drug < drugs; drug++) {
            enough[drug] = counts[drug] >= ROWS_OF_A_DRUG;
        }
        return enough;
    }

    private static int[] bins(double[] descending) {
        int[] bins = new int[descending.length];
        for (int i = 0; i < bins.length; i++) {
            boolean tied = i > 0 && descending[i] == descending[i - 1];
            bins[i] = tied ? bins[i - 1] : (int) ((long) i * BINS / bins.length);
        }
        return bins;
    }

    private double[] labels() {
        double[] labels = new double[order.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.positive()[i] ? 1 : 0;
        }
        return labels;
    }

    private static boolean whole(double[] values, int length) {
        return length > 0 && values.length == length && Arrays.stream(values).noneMatch(Double::isNaN);
    }

    /** Sums of squares of centred values lose nothing to a large mean. */
    private static double[] centred(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(v -> v - mean).toArray();
    }
}
