package org.fenton.model.inference;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.fenton.http.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Below /v2 a failure is what the Open Inference Protocol says: an object with {@code error} alone. */
public class ProblemsAsErrors {
    /** The protocol's body of a failure. */
    public record InferenceError(String error) {}

    @ServerResponseFilter
    public void rewrite(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if ((path.equals("/v2") || path.startsWith("/v2/")) && response.getEntity() instanceof Problem problem) {
            response.setEntity(new InferenceError(text(problem)));
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static String text(Problem problem) {
        String detail = problem.detail() == null ? problem.title() : problem.detail();
        if (problem.errors() == null || problem.errors().isEmpty()) {
            return detail;
        }
        return detail
                + problem.errors().stream()
                        .filter(fault -> !detail.contains(fault.detail()))
                        .map(fault -> fault.pointer() + " " + fault.detail())
                        .collect(Collectors.joining("; ", ": ", ""))
                        .replaceAll(": $", "");
    }
}
