package org.fenton.catalog.combination;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.catalog.rows.Rows;
import org.fenton.http.Page;
import org.fenton.http.PageQuery;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/combinations")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class CombinationResource {
    public static final Rows<CombinationEntity, CombinationView> ROWS =
            new Rows<>("combination", CombinationEntity.class, CombinationView::of, CombinationView::id);

    @GET
    @Operation(operationId = "listCombinations", summary = "Combinations somebody tested, with what came out")
    public RestResponse<Page<CombinationView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(Rows.Where.ANY, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCombination", summary = "One combination")
    public CombinationView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
