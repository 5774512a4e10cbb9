package org.fenton.catalog.curation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fenton.catalog.rows.Rows;
import org.fenton.http.Page;
import org.fenton.http.PageQuery;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** "This fact is wrong": from any statement, by anybody (docs/curation.md). */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class ReportResource {
    private static final Rows<ReportEntity, ReportView> ROWS =
            new Rows<>("report", ReportEntity.class, ReportView::of, ReportView::id);

    private final Reports reports;

    ReportResource(Reports reports) {
        this.reports = reports;
    }

    @GET
    @Operation(operationId = "listReports", summary = "Reports of wrong facts; of one statement or state when asked")
    public RestResponse<Page<ReportView>> list(
            @QueryParam("statement") String statement,
            @QueryParam("state") ReportState state,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        Rows.Where where = Rows.Where.ANY
                .and("r.statement = :statement", "statement", statement)
                .and("r.state = :state", "state", state);
        return ROWS.page(where, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getReport", summary = "One report with its history and the proposals that answer it")
    public RestResponse<ReportView> get(@RestPath String id) {
        return tagged(RestResponse.ResponseBuilder.ok(), Reports.find(id));
    }

    @POST
    @Operation(operationId = "reportWrongFact", summary = "Report a statement, or one claim on it, as wrong")
    @APIResponse(responseCode = "201", description = "On record; it waits in the queue of open reports")
    public RestResponse<ReportView> report(@Valid @NotNull ReportRequest request, @Context UriInfo uri) {
        ReportEntity report = reports.report(request);
        URI location = uri.getAbsolutePathBuilder().path(report.id).build();
        return tagged(RestResponse.ResponseBuilder.created(location), report);
    }

    @POST
    @Path("{id}/dismissal")
    @Operation(operationId = "dismissReport", summary = "The fact stands; says why")
    public RestResponse<ReportView> dismiss(
            @RestPath String id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ProposalRequest.Word word) {
        return tagged(RestResponse.ResponseBuilder.ok(), reports.dismiss(id, word, ifMatch));
    }

    private static RestResponse<ReportView> tagged(
            RestResponse.ResponseBuilder<ReportView> answer, ReportEntity report) {
        return answer.header("ETag", "\"" + report.tag() + "\"")
                .header("Cache-Control", "no-cache")
                .entity(ReportView.of(report))
                .build();
    }
}
