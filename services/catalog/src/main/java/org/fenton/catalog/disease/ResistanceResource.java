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

@Path("/v1/resistance-mechanisms")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ResistanceResource {
    public static final Rows<ResistanceEntity, ResistanceView> ROWS = new Rows<>(
            "resistance mechanism",
            ResistanceEntity.class,
            ResistanceView::of,
            ResistanceView::id,
            new Rows.Released<>("resistance", ResistanceView.class));

    @GET
    @Operation(operationId = "listResistanceMechanisms", summary = "Why drugs failed, and what that suggests")
    public RestResponse<Page<ResistanceView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(Rows.Where.ANY, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getResistanceMechanism", summary = "One resistance mechanism")
    public ResistanceView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
