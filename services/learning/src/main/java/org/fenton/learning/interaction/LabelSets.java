package org.fenton.learning.interaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.learning.training.RowModel;

/**
 * Conformal sets of labels: which of "positive" and "negative" cannot be ruled out.
 *
 * <p>A label stands in the set when its probability is at least the threshold of that label in that tissue. The threshold is the floor((n + 1) alpha)-th smallest
 * probability that held-out rows gave their own true label, over the rows of the tissue with that label where there are {@value #ENOUGH}, else over all rows with that label. So each
 * label is covered with at least 1 - alpha if held-out and new rows are exchangeable; coverage measured on the outer folds stands beside it.
 *
 * <p>Source: Vovk, Gammerman and Shafer 2005, doi:10.1007/b106715 (Mondrian, class-conditional).
 */
record LabelSets(double coverage, Map<String, Double> thresholds) {
    private static final int ENOUGH = 100;
    private static final String ANY = "";

    static LabelSets fit(double[] probability, boolean[] positive, List<String> tissues, double coverage) {
        Map<String, List<Double>> own = new HashMap<>();
        for (int i = 0; i < probability.length; i++) {
            double p = positive[i] ? probability[i] : 1 - probability[i];
            own.computeIfAbsent(key(positive[i], ANY), k -> new ArrayList<>()).add(p);
            own.computeIfAbsent(key(positive[i], tissues.get(i)), k -> new ArrayList<>())
                    .add(p);
        }
        Map<String, Double> thresholds = new TreeMap<>();
        own.forEach((key, probabilities) -> {
            if (key.endsWith("|") || probabilities.size() >= ENOUGH) {
                Collections.sort(probabilities);
                int rank = (int) Math.floor((probabilities.size() + 1) * (1 - coverage));
                thresholds.put(key, rank < 1 ? 0.0 : probabilities.get(rank - 1));
            }
        });
        return new LabelSets(coverage, thresholds);
    }

    private static String key(boolean positive, String tissue) {
        return positive + "|" + tissue;
    }

    /** The set as the bits of {@link RowModel}. */
    byte of(double probability, String tissue) {
        byte set = 0;
        if (probability >= threshold(true, tissue)) {
            set |= RowModel.HOLDS_POSITIVE;
        }
        if (1 - probability >= threshold(false, tissue)) {
            set |= RowModel.HOLDS_NEGATIVE;
        }
        return set;
    }

    private double threshold(boolean positive, String tissue) {
        Double own = thresholds.get(key(positive, tissue));
        return own != null ? own : thresholds.getOrDefault(key(positive, ANY), 0.0);
    }
}
