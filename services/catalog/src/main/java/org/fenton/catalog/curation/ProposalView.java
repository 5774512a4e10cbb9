package org.fenton.catalog.curation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A proposal as answered.
 *
 * @param etag what If-Match must say to change it
 * @param history everything that happened to it, oldest first; absent in lists
 */
public record ProposalView(
        String id,
        String etag,
        ProposalState state,
        Action action,
        String claim,
        String statement,
        JsonNode content,
        String curator,
        String reason,
        String conflictOfInterest,
        String report,
        String reviewer,
        String reviewReason,
        String reviewerConflictOfInterest,
        String release,
        Instant proposedAt,
        Instant changedAt,
        List<EventEntity.View> history) {

    static ProposalView of(ProposalEntity row, JsonNode content, List<EventEntity.View> history) {
        return new ProposalView(
                row.id,
                row.tag(),
                row.state,
                row.action,
                row.claim,
                row.statement,
                content,
                row.curator,
                row.reason,
                row.conflictOfInterest,
                row.report,
                row.reviewer,
                row.reviewReason,
                row.reviewerConflictOfInterest,
                row.release,
                row.proposedAt,
                row.changedAt,
                history);
    }
}
