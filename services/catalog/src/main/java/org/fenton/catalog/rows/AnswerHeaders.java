package org.fenton.catalog.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fenton.documents.CanonicalJson;
import org.fenton.http.Problem;
import org.fenton.http.ProblemType;
import org.fenton.http.RequestIds;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What every read under /v1 says of its answer: which release it is of, and a tag that is the hash of its bytes, so that a
 * caller who has them is answered 304. A read that did not heed {@code asOf} is refused, not answered with today's facts.
 */
public class AnswerHeaders {
    static final String RELEASE = "Fenton-Release";

    private final ObjectMapper json;
    private final AsOf asOf;

    AnswerHeaders(ObjectMapper json, AsOf asOf) {
        this.json = json;
        this.asOf = asOf;
    }

    @ServerResponseFilter
    public void answer(ContainerRequestContext request, ContainerResponseContext response, UriInfo uri)
            throws JsonProcessingException {
        boolean isRead = request.getMethod().equals("GET")
                && response.getStatus() == Response.Status.OK.getStatusCode()
                && uri.getPath().startsWith("/v1/");
        if (!isRead) {
            return;
        }
        asOf.heeded().ifPresent(release -> response.getHeaders().putSingle(RELEASE, release));
        if (uri.getQueryParameters().containsKey(AsOf.PARAMETER)
                && asOf.heeded().isEmpty()) {
            refuse(request, response);
        } else if (isJson(response) && !response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            tag(request, response);
        }
    }

    private static void refuse(ContainerRequestContext request, ContainerResponseContext response) {
        String detail = "this read is answered for now only; leave asOf out";
        Problem problem = Problem.of(ProblemType.INVALID_REQUEST, detail, List.of(new Problem.Fault("?asOf", detail)));
        response.setStatus(problem.status());
        response.getHeaders().clear();
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        String path = request.getUriInfo().getRequestUri().getRawPath();
        response.setEntity(problem.at(path, RequestIds.of(request)));
    }

    private static boolean isJson(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        return response.getEntity() != null
                && type != null
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
                && !type.isWildcardType();
    }

    private void tag(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        // A line of a release is JSON already.
        byte[] bytes = response.getEntity() instanceof String line
                ? line.getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(response.getEntity());
        EntityTag tag = new EntityTag(CanonicalJson.sha256Id(bytes));
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag.toString());
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
        if (unchanged == null) {
            response.setEntity(bytes);
        } else {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        }
    }
}
