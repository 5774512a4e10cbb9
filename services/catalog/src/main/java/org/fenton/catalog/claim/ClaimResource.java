package org.fenton.catalog.claim;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fenton.catalog.rows.Rows;
import org.fenton.http.Page;
import org.fenton.http.PageQuery;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ClaimResource {
    public static final Rows<ClaimEntity, ClaimView> ROWS = new Rows<>(
            "claim", ClaimEntity.class, ClaimView::of, ClaimView::id, new Rows.Released<>("claim", ClaimView.class));

    @GET
    @Operation(operationId = "listClaims", summary = "Claims, one study each; of one subject or one study when asked")
    public RestResponse<Page<ClaimView>> list(
            @QueryParam("subject") String subject,
            @QueryParam("study") String study,
            @QueryParam("statement") String statement,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        Rows.Where where = Rows.Where.ANY
                .and("r.subjectId = :subject", "subject", subject, line -> line.at("/subject/id")
                        .asText()
                        .equals(subject))
                .and("r.study = :study", "study", study, line -> line.path("study")
                        .asText()
                        .equals(study))
                .and(on(statement));
        return ROWS.page(where, new Page.Request(page, uri));
    }

    /** The claims on one statement; all, where none is named. Their ids begin with it, and end with a study. */
    static Rows.Where on(String statement) {
        Rows.Where where =
                Rows.Where.ANY.and("r.statementId = :statement", "statement", statement, line -> line.path("id")
                        .asText()
                        .split("[@/]")[0]
                        .equals(statement));
        return statement == null || statement.isEmpty() ? where : where.between(statement + "/", statement + "A");
    }

    /** A study may hold a slash (DOI), so the id takes the rest of the path. */
    @GET
    @Path("{id: .+}")
    @Operation(operationId = "getClaim", summary = "One claim; its ETag is what If-Match of a proposal on it must say")
    @APIResponse(
            responseCode = "200",
            description = "The claim",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    @APIResponse(responseCode = "304", description = "The claim the caller already has")
    public Response get(@RestPath String id, @Context Request request) {
        ClaimView claim = ROWS.get(id);
        EntityTag tag = new EntityTag(ClaimTag.of(claim));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(claim))
                .tag(tag)
                .header("Cache-Control", "no-cache")
                .build();
    }
}
