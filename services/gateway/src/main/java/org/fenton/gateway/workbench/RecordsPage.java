package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.gateway.decision.Decision;
import org.fenton.gateway.decision.Decisions;
import org.fenton.gateway.question.Replay;

/** The decision records: which there are, what one was made with, whether it can be made again; and what boards did with it. */
@Path("/workbench")
@Produces(MediaType.TEXT_HTML)
public class RecordsPage {
    private static final int SHOWN = 40;

    private final Decisions decisions;
    private final Replay replay;
    private final Feedback feedback;
    private final Shells shells;

    RecordsPage(Decisions decisions, Replay replay, Feedback feedback, Shells shells) {
        this.decisions = decisions;
        this.replay = replay;
        this.feedback = feedback;
        this.shells = shells;
    }

    @GET
    @Path("/records")
    @Operation(hidden = true)
    public Response records(@QueryParam("before") @DefaultValue("9223372036854775807") @Min(1) long before) {
        List<Decisions.Line> lines = decisions.before(before, SHOWN + 1);
        boolean more = lines.size() > SHOWN;
        List<Decisions.Line> shown = more ? lines.subList(0, SHOWN) : lines;
        String next = more ? "?before=" + shown.get(SHOWN - 1).seq() : "";
        return Html.ok(Pages.records(
                shells.of(Section.RECORDS, "Decision records"),
                shown.stream().map(RecordLine::of).toList(),
                next));
    }

    @GET
    @Path("/records/{id}")
    @Operation(hidden = true)
    public Response one(@PathParam("id") String id) {
        return page(decisions.find(id), RecordView.Verdict.NONE);
    }

    @POST
    @Path("/records/{id}/replay")
    @Operation(hidden = true)
    public Response replayed(@PathParam("id") String id) {
        Decision decision = decisions.find(id);
        JsonNode answer = replay.answer(decision);
        return page(decision, RecordView.Verdict.of(answer));
    }

    private Response page(Decision decision, RecordView.Verdict verdict) {
        RecordView view = RecordView.of(decision, verdict, feedback.of(decision.id()));
        var provenance = new Provenance(decision.releaseId(), decision.bundleId(), decision.policyId());
        return Html.ok(Pages.record(shells.of(Section.RECORDS, "Decision record", provenance), view));
    }
}
