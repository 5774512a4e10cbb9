package org.fenton.catalog.drug;

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
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.catalog.rows.Rows;
import org.fenton.core.knowledge.Listing.Kind;
import org.fenton.http.Page;
import org.fenton.http.PageQuery;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/drugs")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class DrugResource {
    public static final Rows<DrugEntity, DrugView> ROWS =
            new Rows<>("drug", DrugEntity.class, DrugView::of, DrugView::id);

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
                        pattern)
                .and("exists (select 1 from DrugListingEntity l where l.drug = r and l.kind = :kind)", "kind", kind);
        return ROWS.page(where, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDrug", summary = "One drug by id, name or synonym")
    public DrugView get(@RestPath String id) {
        List<DrugEntity> named = DrugEntity.named(id);
        if (named.isEmpty()) {
            throw ProblemException.notFound("drug", id, DrugEntity.everyName());
        }
        for (DrugEntity drug : named) {
            if (drug.id.equalsIgnoreCase(id) || drug.name.equalsIgnoreCase(id)) {
                return DrugView.of(drug);
            }
        }
        if (named.size() > 1) {
            String ids = named.stream().map(drug -> drug.id).collect(Collectors.joining(", "));
            throw new ProblemException(
                    ProblemType.AMBIGUOUS, "'" + id + "' is a synonym of " + ids + "; ask for one of them");
        }
        return DrugView.of(named.get(0));
    }
}
