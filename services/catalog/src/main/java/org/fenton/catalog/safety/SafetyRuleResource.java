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

@Path("/v1/safety-rules")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class SafetyRuleResource {
    public static final Rows<SafetyRuleEntity, SafetyRuleView> ROWS = new Rows<>(
            "safety rule",
            SafetyRuleEntity.class,
            SafetyRuleView::of,
            SafetyRuleView::id,
            new Rows.Released<>("rule", SafetyRuleView.class));

    @GET
    @Operation(operationId = "listSafetyRules", summary = "Safety rules")
    public RestResponse<Page<SafetyRuleView>> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        return ROWS.page(Rows.Where.ANY, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getSafetyRule", summary = "One safety rule")
    public SafetyRuleView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
