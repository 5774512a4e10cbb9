package org.fenton.core.programme;

import java.util.List;
import java.util.Optional;
import org.fenton.core.pathway.ActivityTable;
import org.fenton.core.pathway.CoverageReport;
import org.fenton.core.pathway.CoverageReport.SourceCoverage;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.MeasuredNetwork;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.PathwayActivity;
import org.fenton.core.pathway.Ulm;

/**
 * The ulm t values of one network's sources with their coverage.
 *
 * @param table empty when no source has enough measured targets
 */
record MemberActivities(Optional<ActivityTable> table, List<SourceCoverage> coverage) {
    static MemberActivities infer(ExpressionMatrix matrix, Network network, int minSize) {
        MeasuredNetwork measured = new MeasuredNetwork(network, matrix.genes(), minSize);
        return new MemberActivities(
                measured.sources().isEmpty() ? Optional.empty() : Optional.of(new Ulm().infer(matrix, measured)),
                CoverageReport.of(network, matrix.genes(), minSize).sources());
    }

    Optional<PathwayActivity> find(String source, String condition) {
        return table.flatMap(t -> t.find(source, condition));
    }

    SourceCoverage coverage(String source) {
        return coverage.stream()
                .filter(entry -> entry.source().equals(source))
                .findFirst()
                .orElseThrow();
    }
}
