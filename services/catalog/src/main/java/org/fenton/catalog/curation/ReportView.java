package org.fenton.catalog.curation;

import java.time.Instant;
import java.util.List;

/**
 * A report as answered.
 *
 * @param corrections the proposals that answer it or answered it, oldest first
 */
public record ReportView(
        String id,
        String etag,
        ReportState state,
        String statement,
        String claim,
        String curator,
        String wrong,
        String proof,
        String answer,
        Instant reportedAt,
        List<String> corrections,
        List<EventEntity.View> history) {

    static ReportView of(ReportEntity row) {
        List<String> corrections = ProposalEntity.<ProposalEntity>list("report = ?1 order by id", row.id).stream()
                .map(proposal -> proposal.id)
                .toList();
        return new ReportView(
                row.id,
                row.tag(),
                row.state,
                row.statement,
                row.claim,
                row.curator,
                row.wrong,
                row.proof,
                row.answer,
                row.reportedAt,
                corrections,
                EventEntity.history(row.id));
    }
}
