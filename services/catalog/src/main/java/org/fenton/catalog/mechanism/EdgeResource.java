package org.fenton.catalog.mechanism;

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

@Path("/v1/edges")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class EdgeResource {
    public static final Rows<EdgeEntity, EdgeView> ROWS = new Rows<>(
            "edge", EdgeEntity.class, EdgeView::of, EdgeView::id, new Rows.Released<>("edge", EdgeView.class));

    @GET
    @Operation(operationId = "listEdges", summary = "Signed, scoped edges of the mechanism graph")
    public RestResponse<Page<EdgeView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(Rows.Where.ANY, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getEdge", summary = "One edge")
    public EdgeView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
