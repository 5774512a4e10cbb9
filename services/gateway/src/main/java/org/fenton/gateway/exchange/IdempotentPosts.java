package org.fenton.gateway.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.fenton.documents.CanonicalJson;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.http.access.Caller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers a repeated {@code Idempotency-Key} from what was kept: same key and same request, same answer and no second
 * effect; same key and another request, 422; the first still running, 409. Only answers that succeeded are kept.
 */
@ApplicationScoped
public class IdempotentPosts {
    public static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String CLAIMED = "fenton.idempotency";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int CONFLICT = 409;
    private static final int SUCCESS = 2;

    private final IdempotencyKeys keys;
    private final Caller caller;

    IdempotentPosts(IdempotencyKeys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @ServerRequestFilter
    @Idempotent
    public Response before(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null) {
            return null;
        }
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, HEADER + " is 1 to 255 visible ASCII characters, for example a UUID");
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String id = id(request, key);
        IdempotencyKeys.Claim claim = keys.claim(id, fingerprint(request, body));
        return switch (claim.state()) {
            case CLAIMED -> {
                request.setProperty(CLAIMED, id);
                yield null;
            }
            case ANSWERED -> replayed(claim.row());
            case RUNNING ->
                throw new WebApplicationException(Response.status(CONFLICT)
                        .header(HttpHeaders.RETRY_AFTER, 1)
                        .build());
            case OTHER_REQUEST ->
                throw new ProblemException(
                        ProblemType.UNPROCESSABLE, "this " + HEADER + " was used with another request; take a new one");
        };
    }

    @ServerResponseFilter
    @Idempotent
    public void after(ContainerRequestContext request, ContainerResponseContext response) {
        Object id = request.getProperty(CLAIMED);
        if (id == null) {
            return;
        }
        if (response.getStatus() / 100 == SUCCESS && response.getEntity() instanceof byte[] answer) {
            String type = response.getMediaType() == null
                    ? null
                    : response.getMediaType().toString();
            String location = response.getHeaderString(HttpHeaders.LOCATION);
            keys.keep(id.toString(), response.getStatus(), location, type, answer);
        } else {
            keys.release(id.toString());
        }
    }

    private static Response replayed(IdempotencyEntity row) {
        Response.ResponseBuilder answer =
                Response.status(row.status).entity(row.answer).header(REPLAYED, "true");
        if (row.location != null) {
            answer.header(HttpHeaders.LOCATION, row.location);
        }
        if (row.mediaType != null) {
            answer.header(HttpHeaders.CONTENT_TYPE, row.mediaType);
        }
        return answer.build();
    }

    /** A key is its caller's own: another tenant, and another user of the tenant, may use the same one. */
    private String id(ContainerRequestContext request, String key) {
        Caller.Identity identity = caller.identity();
        String name = identity.tenant().isEmpty() ? "" : identity.tenant() + "/" + identity.subject();
        return hash(name, request.getUriInfo().getPath(), key);
    }

    private static String fingerprint(ContainerRequestContext request, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(hash(
                        request.getUriInfo().getRequestUri().getRawQuery(),
                        request.getHeaderString(HttpHeaders.CONTENT_TYPE),
                        request.getHeaderString(HttpHeaders.ACCEPT),
                        request.getHeaderString("Prefer"))
                .getBytes(StandardCharsets.UTF_8));
        bytes.write(body);
        return CanonicalJson.sha256Id(bytes.toByteArray());
    }

    private static String hash(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part == null ? "" : part).append('\n');
        }
        return CanonicalJson.sha256Id(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
