package org.fenton.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * 429 with Retry-After (RFC 6585) for an address that asks faster than allowed. Each replica counts for itself; behind a
 * proxy set {@code quarkus.http.proxy.*}, or all callers are one.
 */
@ApplicationScoped
public class RateLimit {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MOST_CALLERS = 10_000;

    private final int perSecond;
    private final int burst;
    private final ConcurrentHashMap<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    RateLimit(RateLimitConfig config) {
        perSecond = config.perSecond().orElse(0);
        burst = config.burst().orElse(2 * perSecond);
    }

    @ServerRequestFilter(preMatching = true)
    public void limit(HttpServerRequest request) {
        if (perSecond <= 0 || request.remoteAddress() == null) {
            return;
        }
        long now = System.nanoTime();
        if (buckets.size() >= MOST_CALLERS) {
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
        long wait = buckets.computeIfAbsent(
                        request.remoteAddress().hostAddress(), caller -> new TokenBucket(perSecond, burst, now))
                .take(now);
        if (wait > 0) {
            throw new WebApplicationException(Response.status(TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, wait)
                    .build());
        }
    }
}
