package org.fenton.gateway.cdshooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.fenton.gateway.GatewayConfig;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** CORS for CDS clients that run in a browser: only under {@code /cds-services}, only for origins that are named. */
@ApplicationScoped
public class CrossOrigin {
    private static final String PATH = "/cds-services";
    private final Set<String> allowed;

    CrossOrigin(GatewayConfig config) {
        allowed = Set.copyOf(config.cds().allowedOrigins().orElse(List.of()));
    }

    @ServerRequestFilter(preMatching = true)
    public Response preflight(ContainerRequestContext request) {
        boolean asks = request.getMethod().equals("OPTIONS")
                && concerns(request)
                && request.getHeaderString("Access-Control-Request-Method") != null;
        if (!asks) {
            return null;
        }
        return Response.noContent()
                .header("Access-Control-Allow-Methods", "GET, POST")
                .header("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .header("Access-Control-Max-Age", "600")
                .build();
    }

    @ServerResponseFilter
    public void allow(ContainerRequestContext request, ContainerResponseContext response) {
        if (!concerns(request)) {
            return;
        }
        response.getHeaders().add("Vary", "Origin");
        String origin = request.getHeaderString("Origin");
        if (origin != null && allowed.contains(origin)) {
            response.getHeaders().putSingle("Access-Control-Allow-Origin", origin);
            response.getHeaders().putSingle("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    private static boolean concerns(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }
}
