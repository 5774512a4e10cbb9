package org.fenton.catalog.curation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a caller wanted to change has changed under it: 412, with what it is now. */
public class Stale extends RuntimeException {
    static final ProblemType FAILED =
            new ProblemType("urn:problem:precondition-failed", 412, "It has changed since it was read");
    static final ProblemType REQUIRED =
            new ProblemType("urn:problem:precondition-required", 428, "Say which state is to be changed");
    private static final long serialVersionUID = 1L;

    private final transient Object current;
    private final String tag;

    Stale(String tag, Object current) {
        super("the state now is " + tag);
        this.tag = tag;
        this.current = current;
    }

    /** The problem document with one member more. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WithCurrent(String type, String title, int status, String detail, String instance, Object current) {}

    /** Refuses a change of what the caller has not seen: 428 without If-Match, 412 when it is not {@code tag}. */
    static void unless(String ifMatch, String tag, Object current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    REQUIRED, "send If-Match with the ETag that the last GET answered; now it is \"" + tag + "\"");
        }
        if (!ifMatch.strip().equals("\"" + tag + "\"")) {
            throw new Stale(tag, current);
        }
    }

    /** Found by Quarkus. */
    public static class Mapper {
        @ServerExceptionMapper
        public Response stale(Stale stale, ContainerRequestContext request) {
            String path = request.getUriInfo().getRequestUri().getRawPath();
            return Response.status(FAILED.status())
                    .type(Problem.MEDIA_TYPE)
                    .header("ETag", "\"" + stale.tag + "\"")
                    .entity(new WithCurrent(
                            FAILED.urn(), FAILED.title(), FAILED.status(), stale.getMessage(), path, stale.current))
                    .build();
        }
    }
}
