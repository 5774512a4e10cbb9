package org.fenton.gateway.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.zip.DataFormatException;

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
    /**
     * A decision to be kept.
     *
     * @param answerHash SHA-256 of {@code answer}, which whoever makes the id has at hand
     */
    public record Draft(
            String id,
            String caseHash,
            String releaseId,
            String bundleId,
            String policyId,
            Optional<byte[]> document,
            byte[] answer,
            String answerHash) {}

    /** @throws DataFormatException when what is kept cannot be read any more */
    static Decision of(LinkEntity link, PayloadEntity payload) throws DataFormatException {
        return new Decision(
                link.decisionId,
                link.seq,
                link.caseHash,
                link.releaseId,
                link.bundleId,
                link.policyId,
                link.software,
                link.createdAt,
                Optional.ofNullable(payload.plainDocument()),
                payload.plainAnswer());
    }
}
