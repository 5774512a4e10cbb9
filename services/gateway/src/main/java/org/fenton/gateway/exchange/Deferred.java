package org.fenton.gateway.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fenton.gateway.Database;
import org.fenton.gateway.GatewayConfig;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.http.access.Caller;

/**
 * {@code Prefer: respond-async}: 202 at once, the work behind a bounded queue, its outcome at {@code /v1/deferred/{id}}.
 * The request itself is not written down, so what a replica had not finished when it stopped must be sent again.
 */
@ApplicationScoped
public class Deferred {
    private static final int ACCEPTED = 202;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int THREADS = 2;
    private static final Duration SHOWN = Duration.ofDays(1);

    private final Duration patience;
    private final ObjectMapper mapper;
    private final Caller caller;
    private final ThreadPoolExecutor workers;
    private final Clock clock = Clock.systemUTC();

    Deferred(GatewayConfig config, ObjectMapper mapper, Caller caller) {
        this.patience = config.asyncPatience();
        this.mapper = mapper;
        this.caller = caller;
        this.workers = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(config.asyncWaiting()));
    }

    /** @param work does what was asked and tells where its answer is */
    public Response accept(Supplier<URI> work) {
        if (workers.getQueue().remainingCapacity() == 0) {
            throw full();
        }
        String id = UUID.randomUUID().toString();
        Database.run(() -> {
            DeferredEntity.delete("deadline < ?1", clock.instant().minus(SHOWN));
            DeferredEntity row = new DeferredEntity();
            row.id = id;
            row.state = DeferredEntity.State.RUNNING;
            row.deadline = clock.instant().plus(patience);
            row.tenant = caller.tenant();
            row.persist();
        });
        try {
            Supplier<URI> carried = caller.carried(work);
            workers.execute(() -> work(id, carried));
        } catch (RejectedExecutionException full) {
            Database.run(() -> DeferredEntity.deleteById(id));
            throw full();
        }
        return Response.status(ACCEPTED)
                .location(URI.create("/v1/deferred/" + id))
                .header("Preference-Applied", "respond-async")
                .header(HttpHeaders.RETRY_AFTER, 1)
                .entity(new byte[0])
                .build();
    }

    private static WebApplicationException full() {
        return new WebApplicationException(Response.status(TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, 5)
                .build());
    }

    private void work(String id, Supplier<URI> work) {
        try {
            finish(id, DeferredEntity.State.DONE, inTurn(work).toString(), null);
        } catch (ProblemException refused) {
            finish(id, DeferredEntity.State.FAILED, null, refused.problem());
        } catch (RuntimeException failure) {
            Log.errorf(failure, "deferred request %s failed", id);
            finish(id, DeferredEntity.State.FAILED, null, Problem.of(ProblemType.INTERNAL, "send it again"));
        }
    }

    /** Who may wait is not sent away for want of a turn, as long as the deadline allows. */
    private <T> T inTurn(Supplier<T> work) {
        Instant givenUp = clock.instant().plus(patience);
        while (true) {
            try {
                return work.get();
            } catch (ProblemException busy) {
                if (busy.problem().status() != TOO_MANY_REQUESTS
                        || workers.isShutdown()
                        || clock.instant().isAfter(givenUp)) {
                    throw busy;
                }
            }
        }
    }

    private void finish(String id, DeferredEntity.State state, String location, Problem problem) {
        inTurn(() -> Database.ask(() -> {
            DeferredEntity row = DeferredEntity.findById(id);
            row.state = state;
            row.location = location;
            row.problem = problem == null ? null : json(problem);
            return row;
        }));
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is plain data", impossible);
        }
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
