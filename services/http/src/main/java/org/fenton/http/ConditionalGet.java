package org.fenton.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A GET whose answer carries an ETag is answered with 304 to a caller who names that tag in If-None-Match (RFC 9110, 13.1.2). */
public class ConditionalGet {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    @ServerResponseFilter
    public void compare(ContainerRequestContext request, ContainerResponseContext response) {
        Object tag = response.getHeaders().getFirst(HttpHeaders.ETAG);
        String asked = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tag == null || asked == null || response.getStatus() != OK || !reads(request.getMethod())) {
            return;
        }
        String mine = strong(tag instanceof EntityTag entityTag ? "\"" + entityTag.getValue() + "\"" : tag.toString());
        boolean known = asked.strip().equals("*")
                || Arrays.stream(asked.split(",")).map(ConditionalGet::strong).anyMatch(mine::equals);
        if (known) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        }
    }

    private static boolean reads(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** If-None-Match compares weakly: {@code W/"a"} names the same as {@code "a"}. */
    private static String strong(String tag) {
        String stripped = tag.strip();
        return stripped.startsWith("W/") ? stripped.substring(2) : stripped;
    }
}
