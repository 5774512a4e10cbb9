package org.fenton.catalog.claim;

import java.util.List;
import org.fenton.core.knowledge.EvidenceLevel;

/** A claim as answered and released. */
public record ClaimView(
        String id,
        Subject subject,
        String statement,
        Direction direction,
        EvidenceLevel level,
        List<String> scopes,
        String study,
        String confidence,
        List<String> source,
        boolean inferred) {

    public record Subject(SubjectType type, String id) {}

    public static ClaimView of(ClaimEntity row) {
        return new ClaimView(
                row.id,
                new Subject(row.subjectType, row.subjectId),
                row.statement,
                row.direction,
                row.level,
                row.scopes,
                row.study,
                row.confidence,
                row.sources,
                row.inferred);
    }
}
