package org.fenton.catalog.safety;

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

@Path("/v1/interactions")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class InteractionResource {
    public static final Rows<InteractionEntity, InteractionView> ROWS = new Rows<>(
            "interaction class",
            InteractionEntity.class,
            InteractionView::of,
            InteractionView::id,
            new Rows.Released<>("interaction", InteractionView.class));

    @GET
    @Operation(operationId = "listInteractions", summary = "Interaction classes with the medicines in them")
    public RestResponse<Page<InteractionView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(Rows.Where.ANY, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getInteraction", summary = "One interaction class")
    public InteractionView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
