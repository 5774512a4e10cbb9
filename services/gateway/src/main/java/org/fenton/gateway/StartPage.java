package org.fenton.gateway;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
    @Blocking
    @Operation(operationId = "startPage", summary = "What this is and how to ask it")
    public TemplateInstance page() {
        Knowledge knowledge = releases.current();
        return start.data("notice", RankingWriter.RESEARCH_USE)
                .data("release", knowledge.releaseId())
                .data("drugs", knowledge.drugs().size())
                .data("edges", knowledge.edges().size())
                .data("contexts", knowledge.contexts().size())
                .data("rules", knowledge.rules().size());
    }
}
