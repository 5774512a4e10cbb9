package org.fenton.http;

import java.util.concurrent.ConcurrentHashMap;

/** A bucket for each caller; those that are full again are forgotten when there are many. */
final class CallerBuckets {
    private static final int MOST_CALLERS = 10_000;

    private final int perSecond;
    private final int burst;
    private final ConcurrentHashMap<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    /** @param perSecond 0 for no limit */
    CallerBuckets(int perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** Whole seconds that {@code caller} has to wait, 0 when it may ask. */
    long take(String caller) {
        if (perSecond <= 0) {
            return 0;
        }
        long now = System.nanoTime();
        if (buckets.size() >= MOST_CALLERS) {
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
        return buckets.computeIfAbsent(caller, fresh -> new TokenBucket(perSecond, burst, now))
                .take(now);
    }
}
