package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.gateway.catalog.Curation;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** A proposed change: what it would change, and the steps that a second person takes with it. */
@Path("/workbench/curation/proposals/{id}")
@Produces(MediaType.TEXT_HTML)
public class ProposalPage {
    private static final List<String> SAID = List.of("curator", "reason", "decision", "conflictOfInterest");

    private final Curation curation;
    private final Shells shells;

    ProposalPage(Curation curation, Shells shells) {
        this.curation = curation;
        this.shells = shells;
    }

    @GET
    @Operation(hidden = true)
    public Response proposal(@PathParam("id") String id) {
        return page(id, StepForm.empty(""), 200);
    }

    @POST
    @Path("/{step: reviews|publication|withdrawal}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response step(@PathParam("id") String id, @PathParam("step") String step, MultipartFormDataInput sent) {
        StepForm form = StepForm.of(step, Fields.of(sent));
        ObjectNode word = form.document(SAID);
        if (step.equals("publication") && !form.entered().has("confirmed")) {
            form.faults().add("confirmed", "tick it: what is published is in every ranking from now on");
        }
        String etag = form.value("etag");
        return form.send(word, body -> curation.step(id, step, etag, body))
                .map(done -> Response.seeOther(
                                URI.create("/workbench/curation/proposals/" + Reference.encoded(id) + "#state"))
                        .build())
                .orElseGet(() -> page(id, form, 400));
    }

    private Response page(String id, StepForm form, int status) {
        ProposalView view = ProposalView.of(curation.proposal(id), curation::claim, form);
        return Html.status(status, Pages.proposal(shells.of(Section.CURATION, view.heading()), view));
    }
}
