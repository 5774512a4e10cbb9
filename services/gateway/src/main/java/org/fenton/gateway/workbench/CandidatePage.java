package org.fenton.gateway.workbench;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.gateway.cdshooks.OverrideReason;
import org.fenton.gateway.question.Named;

/** One candidate of a ranking in full, the map of the case, and two candidates side by side. */
@Path("/workbench/rankings/{id}")
@Produces(MediaType.TEXT_HTML)
public class CandidatePage {
    private final Answered answered;
    private final Feedback feedback;
    private final Shells shells;

    CandidatePage(Answered answered, Feedback feedback, Shells shells) {
        this.answered = answered;
        this.feedback = feedback;
        this.shells = shells;
    }

    @GET
    @Path("/candidates/{combination}")
    @Operation(hidden = true)
    public Response candidate(
            @PathParam("id") String id,
            @PathParam("combination") String combination,
            @QueryParam("part") @DefaultValue("page") Part part) {
        Answered.Answer answer = answered.of(id);
        Combination named = Named.combination(combination, knowledge(answer));
        CandidateView view = Answered.shown(answer, () -> CandidateView.of(answer, named));
        List<Feedback.Line> given = feedback.of(id).stream()
                .filter(line -> line.combination().equals(view.combination()))
                .toList();
        List<OverrideReason> overrides = List.of(OverrideReason.values());
        return Html.ok(
                part == Part.PAGE
                        ? Pages.candidate(
                                shells.of(Section.RECORDS, view.name(), answer.ranking()), view, overrides, given)
                        : Pages.candidateBody(view, overrides, given));
    }

    @GET
    @Path("/map")
    @Operation(hidden = true)
    public Response map(@PathParam("id") String id, @QueryParam("drug") String drug) {
        Answered.Answer answer = answered.of(id);
        Knowledge knowledge = knowledge(answer);
        var tumourCase = answer.question().tumourCase();
        boolean traced = drug != null && !drug.isBlank();
        MapView map = traced
                ? MapDrawing.of(knowledge, tumourCase, Named.combination(drug, knowledge))
                : MapDrawing.of(knowledge, tumourCase);
        return Html.ok(Pages.map(
                shells.of(Section.RECORDS, "Pathway map", answer.ranking()),
                id,
                map,
                FormOptions.drugs(knowledge),
                traced ? drug.strip() : ""));
    }

    @GET
    @Path("/compare")
    @Operation(hidden = true)
    public Response compare(@PathParam("id") String id, @QueryParam("a") String a, @QueryParam("b") String b) {
        Answered.Answer answer = answered.of(id);
        boolean asked = a != null && b != null && !a.isBlank() && !b.isBlank();
        CompareView view =
                Answered.shown(answer, () -> asked ? CompareView.of(answer, a, b) : CompareView.leaders(answer));
        return Html.ok(Pages.compare(
                shells.of(Section.RECORDS, "Compare", answer.ranking()), view, FormOptions.drugs(knowledge(answer))));
    }

    private static Knowledge knowledge(Answered.Answer answer) {
        return answer.question().ranker().knowledge();
    }
}
