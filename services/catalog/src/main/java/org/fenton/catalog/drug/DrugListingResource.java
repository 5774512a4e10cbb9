package org.fenton.catalog.drug;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.catalog.rows.Rows;
import org.fenton.core.knowledge.Listing.Kind;
import org.fenton.http.Page;
import org.fenton.http.PageQuery;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/drug-listings")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class DrugListingResource {
    public static final Rows<DrugListingEntity, DrugListingView> ROWS = new Rows<>(
            "drug listing",
            DrugListingEntity.class,
            DrugListingView::of,
            DrugListingView::id,
            new Rows.Released<>("drug", DrugListingView.class, DrugListingResource::listings));

    @GET
    @Operation(operationId = "listDrugListings", summary = "Rows of the curated drug lists")
    public RestResponse<Page<DrugListingView>> list(
            @QueryParam("kind") Kind kind, @Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(ofKind(kind), new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDrugListing", summary = "One listing")
    public DrugListingView get(@RestPath String id) {
        return ROWS.get(id);
    }

    public static Rows.Where ofKind(Kind kind) {
        return Rows.Where.ANY.and("r.kind = :kind", "kind", kind, line -> line.path("kind")
                .asText()
                .equals(kind.name()));
    }

    /** A release holds listings inside their drug. */
    public static List<JsonNode> listings(JsonNode drug) {
        List<JsonNode> listings = new ArrayList<>();
        for (JsonNode listing : drug.path("listings")) {
            String name = drug.path("id").asText();
            String list = listing.path("kind").asText().toLowerCase(Locale.ROOT).replace('_', '-');
            listings.add(((ObjectNode) listing.deepCopy()).put("drug", name).put("id", name + ":" + list));
        }
        return listings;
    }
}
