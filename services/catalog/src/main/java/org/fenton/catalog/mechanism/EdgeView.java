package org.fenton.catalog.mechanism;

import java.util.List;
import org.fenton.core.knowledge.EvidenceLevel;

/** An edge as answered and released. */
public record EdgeView(
        String id,
        List<String> from,
        List<String> to,
        Sign sign,
        String mechanism,
        List<String> scopes,
        String contextText,
        RecordedEffect ferroptosis,
        EvidenceLevel level,
        boolean inferredModel,
        List<String> studies,
        String confidence,
        List<String> source,
        String note) {
    public static EdgeView of(EdgeEntity row) {
        return new EdgeView(
                row.id,
                row.fromNodes,
                row.toNodes,
                row.sign,
                row.mechanism,
                row.scopes,
                row.contextText,
                row.ferroptosis,
                row.level,
                row.inferredModel,
                row.studies,
                row.confidence,
                row.sources,
                row.note);
    }
}
