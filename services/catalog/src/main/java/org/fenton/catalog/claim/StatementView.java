package org.fenton.catalog.claim;

import java.util.List;

/**
 * A statement: a view over the claims that speak of one thing. Nothing is stored; it is as its claims are.
 *
 * @param evidence absent papers are zero, an absent disagreement means that no paper takes a side
 * @param opposedBy statements that say the contrary
 */
public record StatementView(
        String id,
        ClaimView.Subject subject,
        String statement,
        Evidence evidence,
        List<Opposition> opposedBy,
        String report) {

    /**
     * Distinct papers, a PMID and the DOI of one paper being one.
     *
     * @param studiesFor papers of supporting claims, and of claims that dispute the contrary of the same place
     * @param studiesAgainst papers of disputing claims, and of claims that support the contrary of the same place
     * @param studiesOnBothSides papers counted in both
     * @param inferences claims that are the curator's inference; never evidence
     * @param claimsWithoutPaper claims that rest on a source key only; not counted as papers
     * @param disagreement smaller over larger of the two counts: 0 all agree, 1 as many against as for
     */
    public record Evidence(
            long claims,
            long studiesFor,
            long studiesAgainst,
            long studiesNeutral,
            long studiesOnBothSides,
            long inferences,
            long claimsWithoutPaper,
            Double disagreement) {

        public static Double disagreement(long studiesFor, long studiesAgainst) {
            long larger = Math.max(studiesFor, studiesAgainst);
            return larger == 0 ? null : (double) Math.min(studiesFor, studiesAgainst) / larger;
        }
    }

    /** Only a contrary statement of the same place takes a side in the counts. */
    public record Opposition(String statement, boolean samePlace) {}
}
