package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
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

/** A report that a fact is wrong: answered by a proposal, or dismissed with a reason. */
@Path("/workbench/curation/reports/{id}")
@Produces(MediaType.TEXT_HTML)
public class ReportPage {
    private final Curation curation;
    private final Shells shells;

    ReportPage(Curation curation, Shells shells) {
        this.curation = curation;
        this.shells = shells;
    }

    @GET
    @Operation(hidden = true)
    public Response report(@PathParam("id") String id) {
        return page(id, StepForm.empty("dismissal"), 200);
    }

    @POST
    @Path("/dismissal")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response dismiss(@PathParam("id") String id, MultipartFormDataInput sent) {
        StepForm form = StepForm.of("dismissal", Fields.of(sent));
        String etag = form.value("etag");
        return form.send(form.document(List.of("curator", "reason")), word -> curation.dismiss(id, etag, word))
                .map(done -> Response.seeOther(
                                URI.create("/workbench/curation/reports/" + Reference.encoded(id) + "#state"))
                        .build())
                .orElseGet(() -> page(id, form, 400));
    }

    private Response page(String id, StepForm form, int status) {
        JsonNode row = curation.report(id);
        ReportView view = new ReportView(
                CurationView.report(row),
                row.path("etag").asText(),
                FactView.texts(row.path("corrections")),
                ProposalView.history(row),
                form);
        return Html.status(status, Pages.report(shells.of(Section.CURATION, "Report " + id), view));
    }
}
