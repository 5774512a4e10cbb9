package org.fenton.http;

/** Allows a burst, then a steady rate. Time is told by the caller, in nanoseconds. */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private double tokens;
    private long seen;

    TokenBucket(double perSecond, double burst, long now) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.seen = now;
    }

    /** Whole seconds to wait, 0 when the request may pass. */
    synchronized long take(long now) {
        refill(now);
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - tokens) / perSecond));
    }

    /** Whether nothing was asked for so long that a new bucket would be the same. */
    synchronized boolean isFull(long now) {
        refill(now);
        return tokens >= burst;
    }

    private void refill(long now) {
        tokens = Math.min(burst, tokens + Math.max(0, now - seen) / NANOS * perSecond);
        seen = now;
    }
}
