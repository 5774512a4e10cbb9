package org.fenton.learning.plot;

import java.util.List;
import java.util.Map;
import org.fenton.core.pathway.ActivityTable;
import org.fenton.core.pathway.CoverageReport;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.programme.RankedProgramme;

/**
 * What a picture of one condition shows.
 *
 * @param table name of the table the values come from
 * @param activities of the condition's network, by any method
 * @param coverage of that network
 * @param programmes of the condition
 * @param referenceNote what percentiles are compared with, or why there is none
 * @param factors ulm t values of CollecTRI factors, for the graph; a factor without enough targets is absent
 * @param profile the expression, standardised or a contrast
 */
public record CaseView(
        String table,
        ActivityTable activities,
        CoverageReport coverage,
        List<RankedProgramme> programmes,
        String referenceNote,
        Map<String, Double> factors,
        ExpressionProfile profile) {
    public CaseView {
        programmes = List.copyOf(programmes);
        factors = Map.copyOf(factors);
    }

    String condition() {
        return profile.condition();
    }
}
