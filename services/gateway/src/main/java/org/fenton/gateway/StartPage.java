package org.fenton.gateway;

import io.quarkus.qute.Template;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.documents.RankingWriter;
import org.fenton.gateway.catalog.Releases;

/** The page at {@code /}: what this is, what it knows, and how to ask it. The workbench will replace it. */
@Path("/")
public class StartPage {
    private final Template start;
    private final Releases releases;

    StartPage(Template start, Releases releases) {
        this.start = start;
        this.releases = releases;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response page() {
        Knowledge knowledge = releases.current();
        String html = start.data("notice", RankingWriter.RESEARCH_USE)
                .data("release", knowledge.releaseId())
                .data("drugs", knowledge.drugs().size())
                .data("edges", knowledge.edges().size())
                .data("contexts", knowledge.contexts().size())
                .data("rules", knowledge.rules().size())
                .render();
        return Response.ok(html)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'")
                .build();
    }
}
