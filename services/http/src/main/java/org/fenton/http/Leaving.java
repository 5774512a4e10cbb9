package org.fenton.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A service that was told to end goes on answering for {@code quarkus.shutdown.delay}. Each answer asks its client to close the
 * connection then, so that nobody who keeps connections writes on one that is about to go.
 */
@ApplicationScoped
public class Leaving {
    /** Before all others, so that no answer goes without. */
    private static final int FIRST = 1000;

    private volatile boolean leaving;

    void told(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (leaving && context.request().version() == HttpVersion.HTTP_1_1) {
                        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                    }
                    context.next();
                },
                FIRST);
    }
}
