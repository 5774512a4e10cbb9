package org.fenton.gateway.workbench;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A kept ranking: the head of every list, or one list page by page. */
@Path("/workbench/rankings/{id}")
@Produces(MediaType.TEXT_HTML)
public class RankingPage {
    private final Answered answered;
    private final Shells shells;

    RankingPage(Answered answered, Shells shells) {
        this.answered = answered;
        this.shells = shells;
    }

    @GET
    @Operation(hidden = true)
    public Response ranking(
            @PathParam("id") String id,
            @QueryParam("list") ListKey list,
            @QueryParam("drug") String drug,
            @QueryParam("kind") String kind,
            @QueryParam("safety") String safety,
            @QueryParam("page") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        Answered.Answer answer = answered.of(id);
        ListView.Wanted wanted = new ListView.Wanted(list, Filter.of(drug, kind, safety), page);
        RankingView view =
                Answered.shown(answer, () -> RankingView.of(id, answer.question(), answer.ranking(), wanted));
        return Html.ok(Pages.ranking(shells.of(Section.RECORDS, "Ranking", answer.ranking()), view));
    }
}
