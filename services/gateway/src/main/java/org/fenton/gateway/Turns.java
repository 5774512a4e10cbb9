package org.fenton.gateway;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/**
 * Lets so much of one kind of work go on at once; more waits, first come, first served, and is told to come back (429) when its turn is too long in coming.
 *
 * <p>More at once would finish no sooner together, hold its memory for longer and run into the time-outs of what it calls: a service without turns does less the more it is asked.
 */
public final class Turns {
    private final Semaphore free;
    private final Duration patience;

    public Turns(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** So many for each processor that the service may use. */
    public static Turns perProcessor(int each) {
        return new Turns(each * Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(3));
    }

    /** @throws ProblemException 429 when no turn came */
    public <T> T take(Supplier<T> work) {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMany();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw tooMany();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private static ProblemException tooMany() {
        return new ProblemException(
                ProblemType.TOO_MANY_REQUESTS, "more is asked at once than this service can do; nothing was done");
    }
}
