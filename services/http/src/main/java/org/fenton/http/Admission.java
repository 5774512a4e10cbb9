package org.fenton.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes no more work at once than the service can hold: requests beyond are told to come back (429) instead of waiting in a
 * queue without end, and their bodies are not read.
 */
@ApplicationScoped
public class Admission {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long UNTOLD_LENGTH = 1 << 20;

    private final int most;
    private final long mostBytes;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong bytesUnderWay = new AtomicLong();

    Admission(RateLimitConfig config) {
        most = config.concurrent().orElse(Integer.MAX_VALUE);
        mostBytes = config.concurrentBytes().map(size -> size.asLongValue()).orElse(Long.MAX_VALUE);
    }

    @ServerRequestFilter(preMatching = true)
    public void admit(RoutingContext routing) {
        long bytes = length(routing);
        boolean fits = underWay.incrementAndGet() <= most;
        // one body alone always fits: how large it may be is another limit's business
        long before = bytesUnderWay.getAndAdd(bytes);
        routing.addEndHandler(done -> {
            underWay.decrementAndGet();
            bytesUnderWay.addAndGet(-bytes);
        });
        if (!fits || (before > 0 && before + bytes > mostBytes)) {
            throw new WebApplicationException(
                    Response.status(TOO_MANY_REQUESTS).header("Retry-After", 1).build());
        }
    }

    private static long length(RoutingContext routing) {
        String told = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (told == null) {
            return routing.request().getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : UNTOLD_LENGTH;
        }
        try {
            return Math.max(0, Long.parseLong(told));
        } catch (NumberFormatException none) {
            return UNTOLD_LENGTH;
        }
    }
}
