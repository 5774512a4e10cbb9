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

@Path("/v1/scopes")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ScopeResource {
    public static final Rows<ScopeEntity, ScopeView> ROWS = new Rows<>(
            "scope", ScopeEntity.class, ScopeView::of, ScopeView::id, new Rows.Released<>("scope", ScopeView.class));

    @GET
    @Operation(operationId = "listScopes", summary = "Tumours, states and tissues in which facts were seen")
    public RestResponse<Page<ScopeView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(Rows.Where.ANY, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getScope", summary = "One scope")
    public ScopeView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
