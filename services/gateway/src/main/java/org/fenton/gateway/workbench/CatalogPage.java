package org.fenton.gateway.workbench;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.gateway.catalog.Curation;
import org.fenton.gateway.catalog.Facts;
import org.fenton.gateway.catalog.Releases;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** What the catalog knows: drugs, search, and what is waiting to be corrected. */
@Path("/workbench")
@Produces(MediaType.TEXT_HTML)
public class CatalogPage {
    private static final String SVG = "image/svg+xml";

    private final Releases releases;
    private final Facts facts;
    private final Curation curation;
    private final Shells shells;

    CatalogPage(Releases releases, Facts facts, Curation curation, Shells shells) {
        this.releases = releases;
        this.facts = facts;
        this.curation = curation;
        this.shells = shells;
    }

    @GET
    @Path("/drugs")
    @Operation(hidden = true)
    public Response drugs(@QueryParam("q") String words) {
        boolean searched = words != null && !words.isBlank();
        SearchResult result =
                searched ? SearchResult.of(words.strip(), facts.search(words.strip())) : SearchResult.NONE;
        List<DrugLine> drugs = searched
                ? List.of()
                : releases.current().drugs().stream().map(DrugLine::of).toList();
        return Html.ok(Pages.drugs(shells.of(Section.DRUGS, "Drugs and facts"), result, drugs));
    }

    @GET
    @Path("/drugs/{id}")
    @Operation(hidden = true)
    public Response drug(@PathParam("id") String id) {
        DrugView view = DrugView.of(facts.drug(id));
        return Html.ok(Pages.drug(shells.of(Section.DRUGS, view.name()), view));
    }

    @GET
    @Path("/drugs/{id}/structure.svg")
    @Produces(SVG)
    @Operation(hidden = true)
    public Response structure(@PathParam("id") String id) {
        byte[] drawing = facts.structure(id)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "the catalog has no structure of " + id));
        return Response.ok(drawing)
                .type(SVG)
                .header("Cache-Control", "max-age=300")
                .build();
    }

    @GET
    @Path("/curation")
    @Operation(hidden = true)
    public Response queue() {
        CurationView view = CurationView.of(curation.reports(), curation.proposals(), curation::claim);
        return Html.ok(Pages.curation(shells.of(Section.CURATION, "Curation"), view));
    }
}
