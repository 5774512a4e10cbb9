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

@Path("/v1/nodes")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class NodeResource {
    public static final Rows<NodeEntity, NodeView> ROWS = new Rows<>(
            "node", NodeEntity.class, NodeView::of, NodeView::id, new Rows.Released<>("node", NodeView.class));

    @GET
    @Operation(operationId = "listNodes", summary = "Nodes of the mechanism graph")
    public RestResponse<Page<NodeView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(Rows.Where.ANY, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getNode", summary = "One node")
    public NodeView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
