package org.fenton.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.fenton.http.ProblemException;
import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void noMoreThanAllowedGoOnAtOnceAndAllComeToTheirTurn() throws Exception {
        Turns turns = new Turns(2, Duration.ofMinutes(1));
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int number = i;
            answers.add(callers.submit(() -> turns.take(() -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                Thread.yield();
                atOnce.decrementAndGet();
                return number;
            })));
        }
        for (int i = 0; i < answers.size(); i++) {
            assertEquals(i, answers.get(i).get());
        }
        callers.shutdown();
        assertTrue(most.get() <= 2, most + " at once");
    }

    @Test
    void whoWaitsTooLongIsToldToComeBackAndNothingIsDone() throws Exception {
        Turns turns = new Turns(1, Duration.ofMillis(20));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<String> holder = other.submit(() -> turns.take(() -> {
            inside.countDown();
            await(mayEnd);
            return "done";
        }));
        await(inside);
        AtomicInteger done = new AtomicInteger();
        ProblemException refused = assertThrows(ProblemException.class, () -> turns.take(done::incrementAndGet));
        assertEquals(429, refused.problem().status());
        assertEquals(0, done.get());
        mayEnd.countDown();
        assertEquals("done", holder.get());
        assertEquals(1, turns.take(done::incrementAndGet));
        other.shutdown();
    }

    @Test
    void aTurnThatFailsIsGivenBack() {
        Turns turns = new Turns(1, Duration.ofMillis(20));
        for (int i = 0; i < 3; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> turns.take(() -> {
                        throw new IllegalStateException("as asked");
                    }));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
