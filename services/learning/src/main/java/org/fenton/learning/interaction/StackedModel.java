package org.fenton.learning.interaction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.training.RowModel;
import org.jspecify.annotations.Nullable;

/** A learned interaction, asked about rows of its screen. */
final class StackedModel implements RowModel {
    private final Parts parts;

    /**
     * @param expected null for a screen that has labels alone
     * @param abstainAbove distance beyond which 5 % of the inner held-out rows lay
     * @param threshold probability from which a row is called positive
     */
    record Parts(
            Screen screen,
            RelationalFeatures features,
            Standardisation standardisation,
            Evidence evidence,
            Reach reach,
            Contest.Outcome contest,
            Recalibration calibration,
            LabelSets sets,
            @Nullable ExpectedScore expected,
            double abstainAbove,
            double threshold) {}

    StackedModel(Parts parts) {
        this.parts = parts;
    }

    @Override
    public double[] probabilities(int[] rows) {
        return Arrays.stream(rows).mapToDouble(this::probability).toArray();
    }

    private double probability(int row) {
        double[] vector = parts.standardisation().apply(parts.features().vector(parts.evidence(), row));
        return parts.calibration().apply(parts.contest().scorer().score(vector));
    }

    @Override
    public double[] expectedScores(int[] rows) {
        ExpectedScore expected = parts.expected();
        if (expected == null) {
            return RowModel.super.expectedScores(rows);
        }
        return Arrays.stream(rows)
                .mapToDouble(row -> expected.of(parts.evidence().kernel(row), probability(row)))
                .toArray();
    }

    @Override
    public double decisionThreshold() {
        return parts.threshold();
    }

    @Override
    public byte[] predictionSets(int[] rows) {
        byte[] sets = new byte[rows.length];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = parts.sets().of(probability(rows[i]), parts.screen().tissue(rows[i]));
        }
        return sets;
    }

    @Override
    public double nominalCoverage() {
        return parts.sets().coverage();
    }

    @Override
    public boolean[] abstentions(int[] rows) {
        boolean[] abstained = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            abstained[i] = parts.reach().distance(rows[i]) > parts.abstainAbove();
        }
        return abstained;
    }

    @Override
    public Map<String, Object> notes() {
        Map<String, Object> notes = new TreeMap<>();
        Map<String, Object> tried = new TreeMap<>();
        parts.contest().tried().forEach(t -> tried.put(t.name(), t.innerRocAuc()));
        notes.put("inner_roc_auc", tried);
        notes.put("chosen", parts.contest().scorer().name());
        notes.put("calibration", parts.calibration().chosen());
        notes.put("calibration_log_loss_platt", parts.calibration().lossPlatt());
        notes.put("calibration_log_loss_isotonic", parts.calibration().lossIsotonic());
        notes.put("abstain_above_distance", parts.abstainAbove());
        return notes;
    }

    /** The probability with the largest Cohen's kappa on held-out rows when that and all above are called positive. */
    static double bestKappa(double[] probability, boolean[] positive) {
        int[] order = IntStream.range(0, probability.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -probability[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double n = order.length;
        double positives = 0;
        for (boolean p : positive) {
            positives += p ? 1 : 0;
        }
        double best = -1;
        double threshold = 0.5;
        double hits = 0;
        for (int called = 1; called <= order.length; called++) {
            int row = order[called - 1];
            hits += positive[row] ? 1 : 0;
            boolean tied = called < order.length && probability[order[called]] == probability[row];
            double agreed = (hits + (n - positives - (called - hits))) / n;
            double chance = (called * positives + (n - called) * (n - positives)) / (n * n);
            double kappa = chance < 1 ? (agreed - chance) / (1 - chance) : 0;
            if (!tied && kappa > best) {
                best = kappa;
                threshold = probability[row];
            }
        }
        return threshold;
    }
}
