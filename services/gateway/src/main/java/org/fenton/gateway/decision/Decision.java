package org.fenton.gateway.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision record as it is read.
 *
 * @param document the case without label and provenance; empty where it was not kept
 * @param answer the bytes that {@code GET /v1/rankings/{id}} gives
 */
public record Decision(
        String id,
        long seq,
        String caseHash,
        String releaseId,
        String bundleId,
        String policyId,
        String software,
        Instant createdAt,
        Optional<byte[]> document,
        byte[] answer) {
    /** A decision to be kept. */
    public record Draft(
            String id,
            String caseHash,
            String releaseId,
            String bundleId,
            String policyId,
            Optional<byte[]> document,
            byte[] answer) {}

    static Decision of(LinkEntity link, PayloadEntity payload) {
        return new Decision(
                link.decisionId,
                link.seq,
                link.caseHash,
                link.releaseId,
                link.bundleId,
                link.policyId,
                link.software,
                link.createdAt,
                Optional.ofNullable(payload.document),
                payload.answer);
    }
}
