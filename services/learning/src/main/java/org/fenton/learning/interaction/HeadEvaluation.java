package org.fenton.learning.interaction;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a head is worth on the rows that its inner folds held out: {@code evaluation/<head>.json} of a bundle.
 *
 * @param groups by what the evidence knew of a row's drugs and line; {@code all} for all rows
 * @param nominalCoverage of the sets of labels
 * @param coverageByTissue what sets and reach did in the lines of each
 * @param reliability bins of equally many rows by rising probability
 */
public record HeadEvaluation(
        SortedMap<String, Group> groups,
        double nominalCoverage,
        SortedMap<String, Coverage> coverageByTissue,
        List<Bin> reliability,
        Stability rankStability) {
    public HeadEvaluation {
        groups = new TreeMap<>(groups);
        coverageByTissue = new TreeMap<>(coverageByTissue);
        reliability = List.copyOf(reliability);
    }

    /**
     * @param measures {@code roc_auc}, {@code pr_auc}, {@code brier}, {@code calibration_error}, {@code base_rate}, {@code per_drug_correlation}
     * @param coverage share of rows whose set of labels holds the measured one
     * @param abstained share of rows beyond the reach
     */
    public record Group(int rows, SortedMap<String, Double> measures, double coverage, double abstained) {}

    /** As in a {@link Group}. */
    public record Coverage(int rows, double coverage, double abstained) {}

    public record Bin(int rows, double predicted, double observed) {}

    /**
     * Of rankings by models learned from pairs drawn with replacement.
     *
     * @param spearman mean rank correlation of two such rankings
     * @param topTenthShared mean share of the one's top tenth in the other's
     */
    public record Stability(int models, int candidates, double spearman, double topTenthShared) {}
}
