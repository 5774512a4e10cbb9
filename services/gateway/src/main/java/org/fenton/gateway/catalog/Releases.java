package org.fenton.gateway.catalog;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.documents.DocumentException;
import org.fenton.documents.ReleaseReader;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** The door to the catalog: the current release, asked for again at most every few seconds, kept when the catalog is down. */
@ApplicationScoped
public class Releases {
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final CatalogApi catalog;
    private final AtomicReference<Held> held = new AtomicReference<>();

    private record Held(Knowledge knowledge, String tag, long checkedNanos) {}

    Releases(@RestClient CatalogApi catalog) {
        this.catalog = catalog;
    }

    /** The current release; the last one known while the catalog does not answer. */
    public Knowledge current() {
        Held now = held.get();
        if (now != null && System.nanoTime() - now.checkedNanos < FRESH_NANOS) {
            return now.knowledge;
        }
        return refreshed(now).knowledge;
    }

    private synchronized Held refreshed(Held seen) {
        Held now = held.get();
        if (now != seen) {
            return now;
        }
        try {
            held.set(fetched(now));
        } catch (ProcessingException | WebApplicationException | DocumentException | IOException failure) {
            if (now == null) {
                Log.warnf("no release in hand: %s", failure.getMessage());
                throw new ProblemException(
                        ProblemType.UNAVAILABLE, "the catalog gives no release; try again in a few seconds");
            }
            Log.warnf("catalog does not answer, release %s stays in use: %s", now.tag, failure.getMessage());
            held.set(new Held(now.knowledge, now.tag, System.nanoTime()));
        }
        return held.get();
    }

    private Held fetched(Held now) throws IOException {
        try (Response answer = catalog.currentRelease(now == null ? null : now.tag)) {
            if (answer.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()) {
                return new Held(now.knowledge, now.tag, System.nanoTime());
            }
            try (InputStream lines = answer.readEntity(InputStream.class)) {
                Knowledge knowledge = ReleaseReader.read(lines);
                Log.infof(
                        "release %s in use: %d drugs",
                        knowledge.releaseId(), knowledge.drugs().size());
                return new Held(knowledge, answer.getHeaderString("ETag"), System.nanoTime());
            }
        }
    }
}
