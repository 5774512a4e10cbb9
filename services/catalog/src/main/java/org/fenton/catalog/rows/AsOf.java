package org.fenton.catalog.rows;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/**
 * The release a request asks for with {@code asOf}: its id, {@code current}, or an instant, which means the release that
 * was current then.
 */
@RequestScoped
public class AsOf {
    public static final String PARAMETER = "asOf";
    private static final String CURRENT = "current";

    private final CurrentVertxRequest request;
    private Optional<String> resolved;

    AsOf(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Empty where nothing is asked, and outside of requests. */
    public static Optional<String> release() {
        return Arc.container().requestContext().isActive()
                ? Arc.container().instance(AsOf.class).get().resolve()
                : Optional.empty();
    }

    /** The release that was answered from; empty when no read of this request heeded {@code asOf}. */
    Optional<String> heeded() {
        return resolved == null ? Optional.empty() : resolved;
    }

    /** Not private: a call to a private method does not pass the proxy that finds this request's instance. */
    Optional<String> resolve() {
        if (resolved == null) {
            String asked = request.getCurrent() == null
                    ? null
                    : request.getCurrent().request().getParam(PARAMETER);
            resolved = asked == null ? Optional.empty() : Optional.of(find(asked.strip()));
        }
        return resolved;
    }

    /** The id of the release {@code asked} means. */
    public static String find(String asked) {
        if (asked.equals(CURRENT)) {
            return at(Instant.now());
        }
        if (asked.startsWith("sha256:")) {
            return known(asked);
        }
        try {
            // A plus sign of an offset arrives as a space where it was not escaped.
            Instant instant =
                    java.time.OffsetDateTime.parse(asked.replace(' ', '+')).toInstant();
            if (instant.isAfter(Instant.now())) {
                throw refused("'" + asked + "' is in the future", "an instant that has passed");
            }
            return at(instant);
        } catch (DateTimeParseException neither) {
            throw refused(
                    "'" + asked + "' is neither a release id nor an instant",
                    "sha256:…, current, or 2026-11-23T12:00:00Z");
        }
    }

    private static String known(String id) {
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery("select id from catalog.release")
                .getResultList();
        if (!ids.contains(id)) {
            throw ProblemException.notFound(
                    "release", id, ids.stream().map(String.class::cast).toList());
        }
        return id;
    }

    private static String at(Instant instant) {
        List<?> found = Panache.getEntityManager()
                .createNativeQuery("select release from catalog.publication where published_at <= :instant"
                        + " order by number desc limit 1")
                .setParameter("instant", instant)
                .getResultList();
        if (found.isEmpty()) {
            Object first = Panache.getEntityManager()
                    .createNativeQuery("select min(published_at) from catalog.publication")
                    .getSingleResult();
            String detail = first == null
                    ? "no release is published yet"
                    : "nothing was published by " + instant + "; the first release is of " + first;
            throw new ProblemException(ProblemType.NOT_FOUND, detail, List.of(new Fault("?" + PARAMETER, detail)));
        }
        return (String) found.get(0);
    }

    private static ProblemException refused(String detail, String suggestion) {
        return new ProblemException(
                ProblemType.INVALID_REQUEST, detail, List.of(new Fault("?" + PARAMETER, detail, suggestion)));
    }
}
