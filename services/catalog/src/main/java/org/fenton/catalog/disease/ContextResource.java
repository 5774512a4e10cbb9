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

@Path("/v1/contexts")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ContextResource {
    public static final Rows<ContextEntity, ContextView> ROWS = new Rows<>(
            "context",
            ContextEntity.class,
            ContextView::of,
            ContextView::id,
            new Rows.Released<>("context", ContextView.class));

    @GET
    @Operation(operationId = "listContexts", summary = "Diseases and tumour states with the arm that decides there")
    public RestResponse<Page<ContextView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(Rows.Where.ANY, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getContext", summary = "One context")
    public ContextView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
