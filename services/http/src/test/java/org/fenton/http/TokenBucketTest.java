package org.fenton.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBurstPassesThenTheRateCounts() {
        TokenBucket bucket = new TokenBucket(2, 3, 0);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, bucket.take(0));
        }
        assertEquals(1, bucket.take(0));
        assertEquals(0, bucket.take(SECOND / 2));
        assertEquals(1, bucket.take(SECOND / 2));
        assertEquals(0, bucket.take(SECOND));
    }

    @Test
    void aSlowRateSaysHowManySecondsToWait() {
        TokenBucket bucket = new TokenBucket(0.1, 1, 0);
        assertEquals(0, bucket.take(0));
        assertEquals(10, bucket.take(0));
        assertEquals(5, bucket.take(5 * SECOND));
    }

    @Test
    void itFillsNoFurtherThanTheBurstAndTimeNeverRunsBack() {
        TokenBucket bucket = new TokenBucket(5, 2, 100 * SECOND);
        assertEquals(0, bucket.take(50 * SECOND));
        assertFalse(bucket.isFull(50 * SECOND));
        assertTrue(bucket.isFull(1000 * SECOND));
        assertEquals(0, bucket.take(1000 * SECOND));
        assertEquals(0, bucket.take(1000 * SECOND));
        assertEquals(1, bucket.take(1000 * SECOND));
    }
}
