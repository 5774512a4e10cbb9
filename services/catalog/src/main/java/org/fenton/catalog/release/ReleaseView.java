package org.fenton.catalog.release;

import java.time.Instant;
import java.util.Map;

/**
 * A release, without its lines.
 *
 * @param counts lines per type
 */
public record ReleaseView(String id, Instant createdAt, Map<String, Long> counts) {
    static ReleaseView of(ReleaseEntity row) {
        return new ReleaseView(row.id, row.createdAt, row.counts());
    }
}
