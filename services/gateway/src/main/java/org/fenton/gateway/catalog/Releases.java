package org.fenton.gateway.catalog;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Ranker;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/**
 * The door to the catalog: the current release, asked for again at most every few seconds and beside the requests, so that a
 * slow catalog slows nobody; kept when the catalog is down. Some past releases are kept too, for questions about records.
 */
@ApplicationScoped
public class Releases {
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int PAST = 3;

    private final CatalogCalls catalog;
    private final ManagedExecutor executor;
    private final AtomicReference<Held> held = new AtomicReference<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private final Map<String, Ranker> past = new LinkedHashMap<>(PAST, 0.75f, true);

    private record Held(Ranker ranker, String tag, long checkedNanos, boolean confirmed) {}

    /**
     * A release ready to rank with.
     *
     * @param confirmed the catalog said lately that this is the current one
     */
    public record Current(Ranker ranker, boolean confirmed) {}

    Releases(CatalogCalls catalog, ManagedExecutor executor) {
        this.catalog = catalog;
        this.executor = executor;
    }

    /** The current release; the last one known while the catalog does not answer. */
    public Knowledge current() {
        return ready().ranker().knowledge();
    }

    /** The same, sorted out for ranking. */
    public Current ready() {
        Held now = held.get();
        if (now == null) {
            now = first();
        } else if (System.nanoTime() - now.checkedNanos > FRESH_NANOS && asking.compareAndSet(false, true)) {
            Held seen = now;
            executor.execute(() -> refresh(seen));
        }
        return new Current(now.ranker, now.confirmed);
    }

    /** A release by id; empty when the catalog does not keep it. */
    public Optional<Ranker> named(String id) {
        Held now = held.get();
        if (now != null && now.ranker.knowledge().releaseId().equals(id)) {
            return Optional.of(now.ranker);
        }
        synchronized (past) {
            if (past.containsKey(id)) {
                return Optional.of(past.get(id));
            }
        }
        try {
            Optional<Ranker> found = catalog.named(id)
                    .map(CatalogCalls.Fetched::ranker)
                    .filter(ranker -> ranker.knowledge().releaseId().equals(id));
            found.ifPresent(ranker -> remember(id, ranker));
            return found;
        } catch (RuntimeException failure) {
            Log.warnf("release %s: %s", id, failure.toString());
            throw new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "the catalog does not give release " + id + "; try again in a few seconds");
        }
    }

    private void remember(String id, Ranker ranker) {
        synchronized (past) {
            past.put(id, ranker);
            if (past.size() > PAST) {
                past.remove(past.keySet().iterator().next());
            }
        }
    }

    private synchronized Held first() {
        Held now = held.get();
        if (now != null) {
            return now;
        }
        try {
            CatalogCalls.Fetched fetched = catalog.current(null).orElseThrow();
            return use(fetched);
        } catch (RuntimeException failure) {
            Log.warnf("no release in hand: %s", failure.toString());
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "the catalog gives no release; try again in a few seconds");
        }
    }

    private void refresh(Held seen) {
        try {
            Optional<CatalogCalls.Fetched> fetched = catalog.current(seen.tag);
            if (fetched.isPresent()) {
                remember(seen.ranker.knowledge().releaseId(), seen.ranker);
                use(fetched.get());
            } else {
                held.set(new Held(seen.ranker, seen.tag, System.nanoTime(), true));
            }
        } catch (RuntimeException failure) {
            Log.warnf("catalog does not answer, release %s stays in use: %s", seen.tag, failure.toString());
            held.set(new Held(seen.ranker, seen.tag, System.nanoTime(), false));
        } finally {
            asking.set(false);
        }
    }

    private Held use(CatalogCalls.Fetched fetched) {
        Knowledge knowledge = fetched.ranker().knowledge();
        Log.infof(
                "release %s in use: %d drugs",
                knowledge.releaseId(), knowledge.drugs().size());
        Held now = new Held(fetched.ranker(), fetched.tag(), System.nanoTime(), true);
        held.set(now);
        return now;
    }
}
