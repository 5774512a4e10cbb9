package org.fenton.catalog.claim;

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

@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class SourceResource {
    public static final Rows<SourceEntity, SourceView> ROWS = new Rows<>(
            "source",
            SourceEntity.class,
            SourceView::of,
            SourceView::id,
            new Rows.Released<>("source", SourceView.class));

    @GET
    @Operation(operationId = "listSources", summary = "Where facts were read")
    public RestResponse<Page<SourceView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(Rows.Where.ANY, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getSource", summary = "One source")
    public SourceView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
