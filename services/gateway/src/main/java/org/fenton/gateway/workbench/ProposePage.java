package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.gateway.catalog.Curation;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Proposes to correct or retract a claim, or to add what another study says on a statement. */
@Path("/workbench/curation/propose")
@Produces(MediaType.TEXT_HTML)
public class ProposePage {
    private static final List<String> SAID = List.of("curator", "reason", "conflictOfInterest", "report");

    private final Curation curation;
    private final Shells shells;

    ProposePage(Curation curation, Shells shells) {
        this.curation = curation;
        this.shells = shells;
    }

    @GET
    @Operation(hidden = true)
    public Response form(
            @QueryParam("claim") @DefaultValue("") String claim,
            @QueryParam("statement") @DefaultValue("") String statement,
            @QueryParam("report") @DefaultValue("") String report) {
        Fields fields = Fields.none();
        fields.put("claim", claim);
        fields.put("statement", statement);
        fields.put("report", report);
        if (!claim.isEmpty()) {
            Curation.Claim now = claim(claim);
            fields.put("tag", now.tag());
            ClaimFields.read(now.content(), fields);
        }
        return page(StepForm.of("propose", fields), 200);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response propose(MultipartFormDataInput sent) {
        StepForm form = StepForm.of("propose", Fields.of(sent));
        ObjectNode proposal = form.document(SAID);
        boolean added = !form.entered().has("claim");
        proposal.put("action", added ? "ADD" : form.has("retract", "yes") ? "RETRACT" : "CORRECT");
        proposal.put(added ? "statement" : "claim", form.value(added ? "statement" : "claim"));
        if (!form.has("retract", "yes")) {
            proposal.set("content", ClaimFields.content(form));
        }
        String tag = added ? null : form.value("tag");
        return form.send(proposal, body -> curation.propose(tag, body))
                .map(done -> Response.seeOther(URI.create("/workbench/curation/proposals/"
                                + Reference.encoded(done.path("id").asText())))
                        .build())
                .orElseGet(() -> page(form, 400));
    }

    private Curation.Claim claim(String id) {
        return curation.claim(id)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "the catalog has no claim '" + id + "'"));
    }

    private Response page(StepForm form, int status) {
        String about = form.entered().has("claim") ? form.value("claim") : form.value("statement");
        return Html.status(
                status, Pages.propose(shells.of(Section.CURATION, "Propose"), form, ClaimFields.CHOICES, about));
    }
}
