package org.fenton.model.activity;

import java.util.List;
import java.util.Map;

/**
 * Inferred activities of a profile.
 *
 * @param coverage absent where the request did not want it
 * @param genesMean mean of the values of all genes that were used, added in symbol order
 * @param genes standard deviations above the reference panel for log2, the values given for zscore and contrast
 * @param programmeReference what percentiles of programmes compare with; absent, as they are, when not asked for
 */
public record ActivitiesView(
        String bundle,
        String method,
        String scale,
        int minsize,
        List<ActivityView> activities,
        CoverageView coverage,
        double genesMean,
        Map<String, Double> genes,
        String programmeReference,
        List<ProgrammeView> programmes) {
    /**
     * One source.
     *
     * @param network collectri or progeny
     * @param score in the unit of the method, for ulm and mlm a t value; positive when targets move as an active source
     *     would move them
     * @param pValue two-sided; absent for wsum and wmean
     * @param fdr Benjamini-Hochberg within the network; absent where there is no p value
     */
    public record ActivityView(
            String network,
            String source,
            double score,
            Double pValue,
            Double fdr,
            int targetsMeasured,
            int targetsTotal) {}

    /**
     * How much of the profile was used.
     *
     * @param genesWithoutReference genes of a log2 profile that the panel cannot standardise; they are left out
     * @param genesUnrecognised neither in the panel nor a target of a network
     * @param unrecognised some of them, with what may have been meant
     */
    public record CoverageView(
            int genesGiven,
            int genesUsed,
            int genesWithoutReference,
            int genesTargeted,
            int genesUnrecognised,
            List<UnrecognisedView> unrecognised,
            List<NetworkView> networks) {}

    public record UnrecognisedView(String gene, List<String> close) {}

    /**
     * @param targets which targets of a source count, in words
     * @param sourcesTotal sources of the network, of which {@code sources} have enough measured targets
     */
    public record NetworkView(String network, String targets, int sources, int sourcesTotal) {}
}
