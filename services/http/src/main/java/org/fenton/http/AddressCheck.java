package org.fenton.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** No key of ours holds a NUL, and PostgreSQL refuses one with a server error: said to the caller before that. */
public class AddressCheck {
    private static final String NUL = "%00";

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        String query = address.getRawQuery();
        if (address.getRawPath().contains(NUL) || (query != null && query.contains(NUL))) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "the address holds a NUL character (%00)");
        }
    }
}
