package org.fenton.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure leaves as a problem document; a fault of ours is logged once, with the request id, and says nothing. */
public class ProblemMappers {
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(ProblemException failure, ContainerRequestContext request) {
        if (failure.problem().status() >= 500) {
            LOG.errorf(failure, "request %s failed", RequestIds.logged(request));
        }
        Response.ResponseBuilder builder = Response.status(failure.problem().status());
        if (failure.problem().status() == 429) {
            builder.header("Retry-After", 1);
        }
        return answer(failure.problem(), request, builder);
    }

    @ServerExceptionMapper
    public Response constraint(ConstraintViolationException failure, ContainerRequestContext request) {
        if (ConstraintFaults.blamesTheAnswer(failure)) {
            return unexpected(failure, request);
        }
        return answer(ConstraintFaults.problem(failure), request, Response.status(400));
    }

    /** Quarkus maps this type itself, so it must be named here to be ours. */
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException failure, ContainerRequestContext request) {
        return json(failure, request);
    }

    @ServerExceptionMapper
    public Response databind(DatabindException failure, ContainerRequestContext request) {
        return json(failure, request);
    }

    /** Covers 404, 405, 406, 415 and bodies the JSON reader refused. */
    @ServerExceptionMapper
    public Response web(WebApplicationException failure, ContainerRequestContext request) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return json(json, request);
        }
        if (ParameterFaults.applies(failure)) {
            return answer(ParameterFaults.problem(failure, request), request, Response.status(400));
        }
        Response original = failure.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        if (status >= 500) {
            LOG.errorf(failure, "request %s failed", RequestIds.logged(request));
        }
        ProblemType type = ProblemType.ofStatus(status, original.getStatusInfo().getReasonPhrase());
        Response.ResponseBuilder builder = Response.status(status);
        original.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return answer(Problem.of(type, StatusDetail.of(status, request)), request, builder);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, ContainerRequestContext request) {
        LOG.errorf(failure, "request %s failed", RequestIds.logged(request));
        Problem problem = Problem.of(ProblemType.INTERNAL, "nothing was changed; quote the request id to the operator");
        return answer(problem, request, Response.status(500));
    }

    private Response json(JsonProcessingException failure, ContainerRequestContext request) {
        if (!JsonFaults.blamesTheBody(failure)) {
            return unexpected(failure, request);
        }
        return answer(JsonFaults.problem(failure), request, Response.status(400));
    }

    private static Response answer(Problem problem, ContainerRequestContext request, Response.ResponseBuilder builder) {
        if (problem.status() == 503) {
            builder.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        String path = request.getUriInfo().getRequestUri().getRawPath();
        return builder.entity(problem.at(path, RequestIds.of(request)))
                .type(Problem.MEDIA_TYPE)
                .build();
    }
}
