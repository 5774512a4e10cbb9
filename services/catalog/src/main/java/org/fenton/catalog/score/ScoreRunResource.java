package org.fenton.catalog.score;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.http.Page;
import org.fenton.http.PageQuery;
import org.fenton.http.access.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/score-runs")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ScoreRunResource {
    private final Caller caller;

    ScoreRunResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listScoreRuns",
            summary = "Runs whose scores are here, by id, each with how much of it is")
    public RestResponse<Page<ScoreRunView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return Page.answer(
                ScoreRuns.after(caller.tenant(), page.after, page.limit + 1),
                ScoreRuns.count(caller.tenant()),
                ScoreRunView::id,
                new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getScoreRun", summary = "What a cohort was ranked with, and whether all of it is here")
    public ScoreRunView get(@RestPath String id) {
        return ScoreRuns.get(caller.tenant(), id);
    }
}
