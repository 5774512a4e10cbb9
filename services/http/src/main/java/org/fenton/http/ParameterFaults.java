package org.fenton.http;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Map;
import org.fenton.http.Problem.Fault;

/**
 * A parameter whose value cannot be read. Jakarta REST answers 404 for one, as if the address did not exist; the caller is
 * better served by the parameter's name.
 */
final class ParameterFaults {
    private ParameterFaults() {}

    static boolean applies(WebApplicationException failure) {
        return failure instanceof NotFoundException && failure.getCause() instanceof IllegalArgumentException;
    }

    static Problem problem(WebApplicationException failure, ContainerRequestContext request) {
        String message = String.valueOf(failure.getCause().getMessage());
        for (Map.Entry<String, List<String>> parameter :
                request.getUriInfo().getQueryParameters().entrySet()) {
            for (String value : parameter.getValue()) {
                if (!value.isEmpty() && message.contains(value)) {
                    String detail = "'" + value + "' is not a value of '" + parameter.getKey() + "'";
                    Fault fault = new Fault("?" + parameter.getKey(), detail, "see /q/openapi");
                    return Problem.of(ProblemType.INVALID_REQUEST, detail, List.of(fault));
                }
            }
        }
        return Problem.of(ProblemType.INVALID_REQUEST, "a parameter's value cannot be read; see /q/openapi");
    }
}
