package org.fenton.gateway.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Computes no more rankings at once than the service has processors; others wait, first come, first served.
 *
 * <p>A ranking only computes. More of them at once finish no sooner together, and each holds its megabytes for longer, so that the service would do less the more it is asked. How many may
 * wait is the business of {@link org.fenton.http.Admission}.
 */
@ApplicationScoped
class Turns {
    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** @param work that computes and waits for nobody */
    <T> T take(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
