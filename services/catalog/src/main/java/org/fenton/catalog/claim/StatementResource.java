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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.catalog.rows.Rows;
import org.fenton.http.Page;
import org.fenton.http.PageQuery;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/statements")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class StatementResource {
    @GET
    @Operation(
            operationId = "listStatements",
            summary = "Statements with their distinct papers for and against; by subject, drug, node or study")
    public RestResponse<Page<StatementView>> list(
            @BeanParam StatementQuery asked, @Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        Page.Request request = Rows.pinned(new Page.Request(page, uri));
        List<StatementView> statements = Statements.of(asked.ids(page.after, page.limit));
        return Page.answer(statements, asked.count(), StatementView::id, request);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getStatement", summary = "One statement with every claim on it and the claims' sources")
    public StatementDetail get(@RestPath String id) {
        return Statements.detail(id);
    }
}
