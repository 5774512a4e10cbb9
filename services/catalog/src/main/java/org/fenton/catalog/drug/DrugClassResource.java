package org.fenton.catalog.drug;

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

@Path("/v1/drug-classes")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class DrugClassResource {
    public static final Rows<DrugClassEntity, DrugClassView> ROWS = new Rows<>(
            "drug class",
            DrugClassEntity.class,
            DrugClassView::of,
            DrugClassView::id,
            new Rows.Released<>("class", DrugClassView.class));

    @GET
    @Operation(operationId = "listDrugClasses", summary = "Drug classes")
    public RestResponse<Page<DrugClassView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(Rows.Where.ANY, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDrugClass", summary = "One drug class")
    public DrugClassView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
