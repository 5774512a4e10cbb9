package org.fenton.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * 429 with Retry-After (RFC 6585) for an address, or a tenant, that asks faster than allowed. Each replica counts for itself;
 * behind a proxy set {@code quarkus.http.proxy.*}, or all callers are one address.
 */
@ApplicationScoped
public class RateLimit {
    private static final int TOO_MANY_REQUESTS = 429;

    private final CallerBuckets addresses;
    private final CallerBuckets tenants;

    RateLimit(RateLimitConfig config) {
        int perSecond = config.perSecond().orElse(0);
        addresses = new CallerBuckets(perSecond, config.burst().orElse(2 * perSecond));
        int ofTenant = config.tenantPerSecond().orElse(0);
        tenants = new CallerBuckets(ofTenant, config.tenantBurst().orElse(2 * ofTenant));
    }

    @ServerRequestFilter(preMatching = true)
    public void limit(HttpServerRequest request) {
        if (request.remoteAddress() != null) {
            refuse(addresses.take(request.remoteAddress().hostAddress()));
        }
    }

    /** @throws WebApplicationException 429 when this tenant has to wait */
    public void tenant(String tenant) {
        refuse(tenants.take(tenant));
    }

    private static void refuse(long wait) {
        if (wait > 0) {
            throw new WebApplicationException(Response.status(TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, wait)
                    .build());
        }
    }
}
