package org.fenton.catalog.claim;

import java.util.List;
import org.fenton.core.knowledge.EvidenceLevel;

/** A claim as answered and released; {@code level} is the kind of evidence. */
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
        boolean inferred,
        Grade grade,
        Strength strength,
        KnowledgeLevel knowledgeLevel,
        AgentType agentType,
        String setting,
        List<String> species,
        List<String> sameAs) {

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
                row.inferred,
                row.grade,
                row.strength,
                row.knowledgeLevel,
                row.agentType,
                row.setting,
                row.species.isEmpty() ? null : row.species,
                row.sameAs.isEmpty() ? null : row.sameAs);
    }
}
