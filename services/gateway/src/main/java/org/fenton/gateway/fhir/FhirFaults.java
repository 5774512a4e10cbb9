package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import org.fenton.documents.CanonicalJson;
import org.fenton.http.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Under {@code /fhir} a problem is said as an OperationOutcome, whatever raised it. */
public class FhirFaults {
    private static final MediaType TYPE = MediaType.valueOf(Fhir.JSON);

    @ServerResponseFilter
    public void translate(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getRequestUri().getRawPath().startsWith("/fhir")
                && response.getEntity() instanceof Problem problem) {
            byte[] outcome = CanonicalJson.write(outcome(problem)).getBytes(StandardCharsets.UTF_8);
            response.setEntity(outcome, new Annotation[0], TYPE);
            response.getHeaders().putSingle("Content-Type", TYPE);
        }
    }

    private static ObjectNode outcome(Problem problem) {
        Outcome outcome = new Outcome();
        String code = code(problem.status());
        if (problem.errors() == null || problem.errors().isEmpty()) {
            return outcome.error(code, "", problem.detail() == null ? problem.title() : problem.detail())
                    .node();
        }
        for (Problem.Fault fault : problem.errors()) {
            String suggestion =
                    fault.suggestion() == null || fault.suggestion().isEmpty() ? "" : " (" + fault.suggestion() + ")";
            boolean expression = fault.pointer().matches("[A-Za-z].*");
            outcome.error(code, expression ? fault.pointer() : "", fault.detail() + suggestion);
        }
        return outcome.node();
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "invalid";
            case 401 -> "login";
            case 404 -> "not-found";
            case 405, 406, 415 -> "not-supported";
            case 409 -> "conflict";
            case 413 -> "too-long";
            case 429 -> "throttled";
            case 503 -> "transient";
            case 500 -> "exception";
            default -> "processing";
        };
    }
}
