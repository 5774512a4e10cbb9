package org.fenton.catalog.score;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fenton.http.Page;
import org.fenton.http.PageQuery;
import org.fenton.http.Problem;
import org.fenton.http.access.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** Scores of whole cohorts: written by {@code fenton rescore}, read by whoever compares runs. */
@Path("/v1/scores")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ScoreResource {
    private final Scores scores;
    private final Caller caller;

    ScoreResource(Scores scores, Caller caller) {
        this.scores = scores;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "writeScores",
            summary = "Writes rankings of a run: all of the batch or nothing; the same batch again changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "On record",
            content = @Content(schema = @Schema(implementation = BatchWritten.class)))
    @APIResponse(
            responseCode = "409",
            description = "A ranking is on record with another content, or the run is full; nothing was written",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "A release or drug that the catalog does not have; nothing was written",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public BatchWritten write(@Valid @NotNull ScoreBatch batch) {
        return scores.write(batch);
    }

    @GET
    @Transactional
    @Operation(operationId = "listScores", summary = "Scores of a run; of one case, combination or outlook when asked")
    public RestResponse<Page<ScoreView>> list(
            @Valid @BeanParam ScoreQuery asked, @Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        ScoreRuns.get(caller.tenant(), asked.run);
        return Page.answer(
                asked.after(page.after, page.limit + 1), asked.count(), ScoreView::key, new Page.Request(page, uri));
    }
}
