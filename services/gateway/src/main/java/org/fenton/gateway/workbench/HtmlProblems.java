package org.fenton.gateway.workbench;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.fenton.http.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A browser gets a problem as a page; everybody else gets the problem document as before. */
public class HtmlProblems {
    private final Shells shells;

    HtmlProblems(Shells shells) {
        this.shells = shells;
    }

    @ServerResponseFilter
    public void page(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && wantsPage(request)) {
            Shell shell = shells.of(Section.NEW_CASE, problem.title());
            response.setEntity(Pages.problem(shell, problem).render(), new Annotation[0], Html.TYPE);
            response.getHeaders().putSingle("Content-Type", Html.TYPE);
            response.getHeaders().putSingle("Content-Security-Policy", Html.POLICY);
            response.getHeaders().putSingle("Vary", "Accept");
        }
    }

    /** Browsers name HTML first; a wildcard alone is a program. */
    static boolean wantsPage(ContainerRequestContext request) {
        try {
            for (MediaType type : request.getAcceptableMediaTypes()) {
                if (!type.isWildcardType() && !type.isWildcardSubtype()) {
                    return type.isCompatible(MediaType.TEXT_HTML_TYPE);
                }
            }
        } catch (IllegalArgumentException unreadable) {
            return false; // what is no media type is no wish for a page
        }
        return false;
    }
}
