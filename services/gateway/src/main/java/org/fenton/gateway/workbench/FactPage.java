package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.gateway.catalog.Curation;
import org.fenton.gateway.catalog.Facts;
import org.fenton.gateway.catalog.Releases;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** One fact of the current release, and the report that it is wrong. */
@Path("/workbench/facts/{id}")
@Produces(MediaType.TEXT_HTML)
public class FactPage {
    private static final List<String> REPORTED = List.of("curator", "wrong", "proof", "claim");

    private final Releases releases;
    private final Facts facts;
    private final Curation curation;
    private final Shells shells;

    FactPage(Releases releases, Facts facts, Curation curation, Shells shells) {
        this.releases = releases;
        this.facts = facts;
        this.curation = curation;
        this.shells = shells;
    }

    @GET
    @Operation(hidden = true)
    public Response fact(@PathParam("id") String id) {
        Optional<String> drug = drugOfListing(id);
        if (drug.isPresent()) {
            return Response.seeOther(URI.create("/workbench/drugs/" + Reference.encoded(drug.get())))
                    .build();
        }
        return page(id, StepForm.empty("report"), 200);
    }

    /** A row of one of the drug lists is read on the page of its drug. */
    private Optional<String> drugOfListing(String id) {
        return releases.current().drugs().stream()
                .filter(drug -> drug.listings().stream()
                        .anyMatch(listing -> listing.row().equals(id)))
                .map(Drug::id)
                .findFirst();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response report(@PathParam("id") String id, MultipartFormDataInput sent) {
        StepForm form = StepForm.of("report", Fields.of(sent));
        return form.send(form.document(REPORTED).put("statement", id), curation::file)
                .map(filed -> Response.seeOther(URI.create("/workbench/curation/reports/"
                                + Reference.encoded(filed.path("id").asText())))
                        .build())
                .orElseGet(() -> page(id, form, 400));
    }

    private Response page(String id, StepForm form, int status) {
        Knowledge knowledge = releases.current();
        String type = FactView.type(id);
        Optional<JsonNode> row = facts.row(knowledge.releaseId(), type, id);
        Optional<JsonNode> statement = facts.statement(id);
        if (row.isEmpty() && statement.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "release " + knowledge.releaseId() + " holds no '" + id + "'");
        }
        JsonNode said = statement.orElseGet(JsonNodeFactory.instance::objectNode);
        FactView view = new FactView(
                id,
                row.isPresent() ? type : "statement",
                said.path("statement").asText(id),
                row.map(FactView::lines).orElse(List.of()),
                FactView.claims(said),
                FactView.evidence(said),
                FactView.opposed(said),
                form);
        return Html.status(status, Pages.fact(shells.of(Section.DRUGS, id), view, statement.isPresent()));
    }
}
