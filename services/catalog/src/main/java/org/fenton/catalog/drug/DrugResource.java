package org.fenton.catalog.drug;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fenton.catalog.rows.Rows;
import org.fenton.core.knowledge.Listing.Kind;
import org.fenton.http.Page;
import org.fenton.http.PageQuery;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/drugs")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class DrugResource {
    public static final Rows<DrugEntity, DrugView> ROWS = new Rows<>(
            "drug", DrugEntity.class, DrugView::of, DrugView::id, new Rows.Released<>("drug", DrugView.class));

    @GET
    @Operation(
            operationId = "listDrugs",
            summary = "Drugs whose name or a synonym contains q, letter case aside; of one list when asked")
    public RestResponse<Page<DrugView>> list(
            @QueryParam("q") String q,
            @QueryParam("kind") Kind kind,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        String pattern = q == null || q.isBlank()
                ? null
                : "%" + q.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        Rows.Where where = Rows.Where.ANY
                .and(
                        "cast(function('catalog.drug_names', r.name, r.synonyms) as String) like :q escape '\\'",
                        "q",
                        pattern,
                        line -> isNamed(line, q.strip().toLowerCase(Locale.ROOT)))
                .and(
                        "exists (select 1 from DrugListingEntity l where l.drug = r and l.kind = :kind)",
                        "kind",
                        kind,
                        line -> line.path("listings").findValuesAsText("kind").contains(kind.name()));
        return ROWS.page(where, new Page.Request(page, uri));
    }

    private static boolean isNamed(JsonNode drug, String part) {
        StringJoiner names = new StringJoiner("\n").add(drug.path("name").asText());
        drug.path("synonyms").forEach(synonym -> names.add(synonym.asText()));
        return names.toString().toLowerCase(Locale.ROOT).contains(part);
    }

    @GET
    @Path("resolve")
    @Operation(
            operationId = "resolveDrug",
            summary =
                    "The active moiety behind a name, code, brand, salt, InChIKey or SMILES; empty when none is known")
    public List<DrugMatch> resolve(@QueryParam("name") String name, @QueryParam("smiles") String smiles) {
        if ((name == null) == (smiles == null)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "ask by one of name (an InChIKey is one, too) and smiles");
        }
        if (name != null) {
            return DrugMatch.named(name);
        }
        try {
            return DrugMatch.ofStructure(smiles);
        } catch (IllegalArgumentException unreadable) {
            String reason = "CDK cannot read the structure: " + unreadable.getMessage();
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, reason, List.of(new Problem.Fault("?smiles", reason)));
        }
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getDrug",
            summary = "One drug by id, name, synonym, salt or InChIKey, with its states, conflicts and distinct papers")
    public DrugPage get(@RestPath String id) {
        return DrugPages.of(ROWS.get(one(id)));
    }

    @GET
    @Path("{id}/structure")
    @Produces("image/svg+xml")
    @Operation(
            operationId = "drawDrug",
            summary = "The structure of a drug, drawn from its SMILES; 404 where there is none")
    @APIResponse(responseCode = "200", description = "The drawing", content = @Content(mediaType = "image/svg+xml"))
    public RestResponse<String> structure(@RestPath String id) {
        DrugEntity drug = DrugEntity.findById(one(id));
        if (drug.smiles == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, "no structure of " + drug.name + " is on record");
        }
        try {
            return RestResponse.ResponseBuilder.ok(StructureDrawing.svg(drug.smiles))
                    .header("Cache-Control", "max-age=300")
                    .build();
        } catch (IllegalArgumentException undrawable) {
            throw new ProblemException(ProblemType.NOT_FOUND, undrawable.getMessage());
        }
    }

    /** The id of the one drug a caller means. */
    public static String one(String given) {
        List<DrugMatch> named = DrugMatch.named(given);
        if (named.isEmpty()) {
            throw ProblemException.notFound("drug", given, everyName());
        }
        if (named.size() > 1) {
            String ids = named.stream().map(DrugMatch::drug).collect(Collectors.joining(", "));
            throw new ProblemException(
                    ProblemType.AMBIGUOUS, "'" + given + "' is a name of " + ids + "; ask for one of them");
        }
        return named.get(0).drug();
    }

    private static List<String> everyName() {
        List<?> names = DrugTables.query("select name from drug_name").getResultList();
        return names.stream().map(String.class::cast).toList();
    }
}
