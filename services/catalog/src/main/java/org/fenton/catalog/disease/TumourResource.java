package org.fenton.catalog.disease;

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

@Path("/v1/tumours")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class TumourResource {
    public static final Rows<TumourEntity, TumourView> ROWS = new Rows<>(
            "OncoTree code",
            TumourEntity.class,
            TumourView::of,
            TumourView::id,
            new Rows.Released<>("tumour", TumourView.class));

    @GET
    @Operation(operationId = "listTumours", summary = "OncoTree nodes")
    public RestResponse<Page<TumourView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(Rows.Where.ANY, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTumour", summary = "One OncoTree node")
    public TumourView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
