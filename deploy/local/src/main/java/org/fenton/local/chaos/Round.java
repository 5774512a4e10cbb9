package org.fenton.local.chaos;

import java.util.EnumMap;
import java.util.Map;

/** What the clients saw around one kill. Times are of the monotonic clock. */
final class Round {
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private long lastNotExact;
    private long lastExact;

    synchronized void add(Verdict verdict, long nanos) {
        counts.merge(verdict, 1, Integer::sum);
        if (verdict == Verdict.EXACT) {
            lastExact = nanos;
        } else {
            lastNotExact = nanos;
        }
    }

    synchronized int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    synchronized int calls() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Every answer for {@code nanos} was exact, and the last one came just now. */
    synchronized boolean isQuietSince(long restart, long now, long nanos) {
        long from = Math.max(restart, lastNotExact);
        return lastExact > from && now - from >= nanos;
    }

    /** Seconds from {@code restart} to the last answer that was not exact; 0 when there was none. */
    synchronized double secondsToRecovery(long restart) {
        return Math.max(0, (lastNotExact - restart) / 1e9);
    }
}
