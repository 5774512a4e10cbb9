package org.fenton.catalog.score;

import java.time.Instant;

/**
 * A run on record.
 *
 * @param rankings how many rankings the whole result has
 * @param written how many of them are here
 */
public record ScoreRunView(
        String id,
        String release,
        String bundle,
        String policy,
        String policyHash,
        int shown,
        int rankings,
        String outputHash,
        int written,
        boolean complete,
        Instant createdAt) {}
