package org.fenton.catalog.search;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.fenton.catalog.release.Publisher;
import org.jboss.logging.Logger;

/** Indexes each publication soon after it was made, in order, on one replica at a time. */
@ApplicationScoped
public class SearchIndex {
    private static final Logger LOG = Logger.getLogger(SearchIndex.class);
    private static final int SECONDS_TO_WAIT = 3;
    private static final int SECONDS_TO_INDEX = 600;

    private final ManagedExecutor executor;
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    SearchIndex(ManagedExecutor executor) {
        this.executor = executor;
    }

    void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) Publisher.Publishing publishing) {
        start();
    }

    /** Waits a little for what is not indexed yet; a caller that cannot be served the newest is told which it was. */
    void catchUp() {
        if (next().isEmpty()) {
            return;
        }
        try {
            start().get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (TimeoutException goesOn) {
            LOG.infof("a search did not wait for the index");
        } catch (ExecutionException failure) {
            LOG.error("the search index is behind", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CompletableFuture<Void> start() {
        // A run that has begun may have looked before the newest publication: one more follows it.
        running = running.handle((done, failure) -> null).thenRunAsync(this::index, executor);
        return running;
    }

    private void index() {
        while (QuarkusTransaction.requiringNew().timeout(SECONDS_TO_INDEX).call(SearchIndex::indexNext)) {
            LOG.debug("one more publication is indexed");
        }
    }

    private static boolean indexNext() {
        Panache.getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext('fenton.catalog.search'))) l")
                .getSingleResult();
        List<Object[]> next = next();
        if (next.isEmpty()) {
            return false;
        }
        // A function that answers nothing still answers a row.
        Panache.getEntityManager()
                .createNativeQuery("select 1 from (select catalog.index_publication(:number, :release)) done")
                .setParameter("number", next.get(0)[0])
                .setParameter("release", next.get(0)[1])
                .getSingleResult();
        return true;
    }

    /** The first publication that is not indexed; those before the first that was are not searchable. */
    private static List<Object[]> next() {
        return Panache.getEntityManager()
                .createNativeQuery(
                        "select number, release from catalog.publication"
                                + " where number > coalesce((select max(publication) from catalog.search_index), 0)"
                                + " order by number limit 1",
                        Object[].class)
                .getResultList();
    }
}
