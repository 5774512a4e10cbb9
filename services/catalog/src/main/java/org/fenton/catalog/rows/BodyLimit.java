package org.fenton.catalog.rows;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.fenton.http.Problem;
import org.fenton.http.ProblemType;
import org.fenton.http.RequestIds;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Only a file to import may be large: every other body is held in memory. */
public class BodyLimit {
    private static final long MOST_BYTES = 10L << 20;

    @ServerRequestFilter(preMatching = true)
    public Response refuse(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean hasBody =
                request.getMethod().equals("POST") || request.getMethod().equals("PUT");
        if (!hasBody || path.startsWith("/v1/imports")) {
            return null;
        }
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        boolean chunked = length == null && request.getHeaderString("Transfer-Encoding") != null;
        if (!chunked && (length == null || Long.parseLong(length) <= MOST_BYTES)) {
            return null;
        }
        String detail = "a body here has a Content-Length of at most " + MOST_BYTES + " bytes";
        Problem problem = Problem.of(ProblemType.TOO_LARGE, detail);
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.at(request.getUriInfo().getRequestUri().getRawPath(), RequestIds.of(request)))
                .build();
    }
}
