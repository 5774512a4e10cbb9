package org.fenton.gateway.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Ranker;
import org.fenton.documents.ReleaseReader;
import org.fenton.gateway.ServedPolicy;

/** The calls themselves: whole answers within a time, and no calls for a while after many have failed. */
@ApplicationScoped
class CatalogCalls {
    private final CatalogApi api;
    private final ServedPolicy policy;

    CatalogCalls(@RestClient CatalogApi api, ServedPolicy policy) {
        this.api = api;
        this.policy = policy;
    }

    /** A release, read and sorted out, with the tag it came under. */
    record Fetched(Ranker ranker, String tag) {}

    /** The current release; empty when it is the one with {@code knownTag}. */
    @Timeout(10_000)
    @CircuitBreaker(requestVolumeThreshold = 4, failureRatio = 0.75, delay = 2000)
    Optional<Fetched> current(String knownTag) {
        try (Response answer = api.currentRelease(knownTag)) {
            return answer.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()
                    ? Optional.empty()
                    : Optional.of(read(answer));
        }
    }

    /** A release by its id; empty when the catalog does not keep it. */
    @Timeout(10_000)
    Optional<Fetched> named(String id) {
        try (Response answer = api.release(id)) {
            return Optional.of(read(answer));
        } catch (WebApplicationException failure) {
            if (failure.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Fetched read(Response answer) {
        try (InputStream lines = answer.readEntity(InputStream.class)) {
            Knowledge knowledge = ReleaseReader.read(lines);
            return new Fetched(new Ranker(knowledge, policy.current()), answer.getHeaderString("ETag"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
