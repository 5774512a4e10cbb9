package org.fenton.gateway.workbench;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.core.id.Combination;
import org.fenton.gateway.decision.Decisions;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** What a board does with a candidate. */
@Path("/workbench/rankings/{id}")
public class FeedbackPage {
    private final Decisions decisions;
    private final Feedback feedback;

    FeedbackPage(Decisions decisions, Feedback feedback) {
        this.decisions = decisions;
        this.feedback = feedback;
    }

    /** One click: accepted, or overridden for a coded reason. */
    @POST
    @Path("/candidates/{combination}/feedback")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response feedback(
            @PathParam("id") String id, @PathParam("combination") String combination, MultipartFormDataInput sent) {
        decisions.find(id);
        String named = parsed(combination).toString();
        feedback.take(id, named, Fields.of(sent).text("answer"));
        return Response.seeOther(URI.create(
                        "/workbench/rankings/" + id + "/candidates/" + Reference.encoded(named) + "#feedback"))
                .build();
    }

    private static Combination parsed(String combination) {
        try {
            return Combination.parse(combination);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, none.getMessage());
        }
    }
}
