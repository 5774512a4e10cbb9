package org.fenton.catalog.search;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.fenton.catalog.release.Publisher;
import org.jboss.logging.Logger;

/**
 * Indexes each publication soon after it was made, in order and in steps (V21__speed.sql). Each step is a transaction of
 * its own, so that searches in between are held up by one step at most; a step that another replica made already adds
 * nothing.
 */
@ApplicationScoped
public class SearchIndex {
    private static final Logger LOG = Logger.getLogger(SearchIndex.class);
    private static final long NANOS_TO_WAIT = TimeUnit.SECONDS.toNanos(3);
    private static final int SECONDS_A_STEP = 300;
    private static final int LINES_A_STEP = 5000;

    private final ManagedExecutor executor;
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);
    private long begun;

    SearchIndex(ManagedExecutor executor) {
        this.executor = executor;
    }

    private record Publication(int number, String release) {}

    void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) Publisher.Publishing publishing) {
        start();
    }

    /** Somebody else's publication, or one whose indexing was cut off. */
    synchronized void startIfIdle() {
        if (running.isDone()) {
            start();
        }
    }

    /**
     * Waits for a publication that has only just been made; one that takes longer is not waited for, and a search is told
     * which it is answered from. Must not be called with a connection in hand, which the indexing may need.
     */
    void awaitJustPublished() {
        CompletableFuture<Void> indexing;
        long left;
        synchronized (this) {
            indexing = running;
            left = begun + NANOS_TO_WAIT - System.nanoTime();
        }
        if (indexing.isDone() || left <= 0) {
            return;
        }
        try {
            indexing.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException goesOnOrIsLogged) {
            LOG.debug("a search did not wait for the index");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void start() {
        if (running.isDone()) {
            begun = System.nanoTime();
        }
        // A run that has begun may have looked before the newest publication: one more follows it.
        running = running.handle((done, failure) -> null).thenRunAsync(this::index, executor);
        running.whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.error("the search index is behind", failure);
            }
        });
    }

    private void index() {
        Optional<Publication> next = step(SearchIndex::next);
        while (next.isPresent()) {
            index(next.get());
            next = step(SearchIndex::next);
        }
    }

    private static void index(Publication publication) {
        step(() -> isIndexed(publication) ? 0 : call(publication, "index_begin(:number, :release)", Map.of()));
        int lines = step(() -> lines(publication));
        int indexed = 0;
        for (int from = 0; from < lines; from += LINES_A_STEP) {
            Map<String, Integer> part = Map.of("from", from, "until", from + LINES_A_STEP);
            indexed += step(() -> isIndexed(publication)
                    ? 0
                    : call(publication, "index_lines(:number, :release, :from, :until)", part));
        }
        int all = indexed;
        step(() -> isIndexed(publication) ? 0 : call(publication, "index_end(:number, :all)", Map.of("all", all)));
        LOG.debugf("publication %d is indexed, %d lines anew", publication.number, all);
    }

    /** Replicas take turns, step by step. */
    private static <T> T step(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().timeout(SECONDS_A_STEP).call(() -> {
            sql("select 1 from (select pg_advisory_xact_lock(hashtext('fenton.catalog.search'))) l")
                    .getSingleResult();
            return work.get();
        });
    }

    private static boolean isIndexed(Publication publication) {
        return !sql("select 1 from catalog.search_index where publication >= :number")
                .setParameter("number", publication.number)
                .getResultList()
                .isEmpty();
    }

    private static int lines(Publication publication) {
        Object last = sql("select coalesce(max(position), -1) from catalog.release_line where release = :release")
                .setParameter("release", publication.release)
                .getSingleResult();
        return ((Number) last).intValue() + 1;
    }

    /** What the function answers; a function that answers nothing still answers a row. */
    private static int call(Publication publication, String function, Map<String, Integer> parameters) {
        boolean counts = function.startsWith("index_lines");
        Query query =
                sql(counts ? "select catalog." + function : "select 0 from (select catalog." + function + ") done");
        query.setParameter("number", publication.number);
        if (function.contains(":release")) {
            query.setParameter("release", publication.release);
        }
        parameters.forEach(query::setParameter);
        return ((Number) query.getSingleResult()).intValue();
    }

    /** The first publication that is not indexed; those before the first that was are not searchable. */
    private static Optional<Publication> next() {
        List<?> next = sql("select number, release from catalog.publication"
                        + " where number > coalesce((select max(publication) from catalog.search_index), 0)"
                        + " order by number limit 1")
                .getResultList();
        return next.stream()
                .map(Object[].class::cast)
                .map(row -> new Publication(((Number) row[0]).intValue(), (String) row[1]))
                .findFirst();
    }

    private static Query sql(String text) {
        return Panache.getEntityManager().createNativeQuery(text);
    }
}
