package org.fenton.gateway.workbench;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A form of the workbench is sent from a page of the workbench: another site cannot post through a user's browser. */
public class SameOrigin {
    private static final ProblemType CROSS_SITE =
            new ProblemType("urn:problem:cross-site", 403, "Sent from another site");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        boolean posted = request.getMethod().equals("POST")
                && request.getUriInfo().getPath().startsWith("/workbench");
        if (posted && !isOwn(request)) {
            throw new ProblemException(CROSS_SITE, "open the workbench itself and send the form from there");
        }
    }

    /** Browsers say which site a form was sent from, older ones in {@code Origin} alone; a program says neither. */
    private static boolean isOwn(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        String origin = request.getHeaderString("Origin");
        return origin == null || origin.endsWith("://" + request.getHeaderString("Host"));
    }
}
