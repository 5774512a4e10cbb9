package org.fenton.catalog.transfer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemMappers;
import org.fenton.http.ProblemType;
import org.fenton.http.RequestIds;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.postgresql.util.PSQLException;

@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    private static final ProblemType REFUSED =
            new ProblemType("urn:problem:import-refused", 422, "The file has faults; nothing was written");
    private static final ProblemType STORAGE_FULL =
            new ProblemType("urn:problem:storage-full", 507, "The database has no room; nothing was written");
    private static final ProblemType OUTCOME_UNKNOWN =
            new ProblemType("urn:problem:outcome-unknown", 503, "The database went away while it committed");

    private final Importer importer;
    private final ProblemMappers mappers;

    ImportResource(Importer importer, ProblemMappers mappers) {
        this.importer = importer;
        this.mappers = mappers;
    }

    @POST
    @Consumes({Format.CSV_TYPE, Format.TSV_TYPE, Format.JSONL_TYPE})
    @Operation(
            operationId = "importRows",
            summary = "Reads a file of rows of one type: all of it or nothing; the same file twice changes nothing")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.TSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.JSONL_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "What was written, or would be",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "422",
            description = "Every faulty line, with column, reason and what would be right",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = ImportReport.Refusal.class)))
    public ImportReport read(
            @Parameter(required = true, description = "What a row is: source, node, edge, drug, claim, …")
                    @QueryParam("type")
                    @DefaultValue("")
                    String type,
            @Parameter(description = "Check everything, write nothing.") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Parameter(hidden = true) @HeaderParam("Content-Type") MediaType given,
            InputStream body)
            throws SQLException {
        return importer.run(new Importer.Order(FactType.named(type), Format.of(given), dryRun), body);
    }

    @ServerExceptionMapper
    public Response refused(ImportRefused refused, ContainerRequestContext request) {
        String more =
                refused.count > refused.faults.size() ? "; the first " + refused.faults.size() + " are listed" : "";
        var body = new ImportReport.Refusal(
                REFUSED.urn(),
                REFUSED.title(),
                REFUSED.status(),
                refused.getMessage() + more,
                request.getUriInfo().getRequestUri().getRawPath(),
                RequestIds.of(request),
                refused.count,
                refused.faults);
        return Response.status(REFUSED.status())
                .entity(body)
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    @ServerExceptionMapper
    public Response database(SQLException failure, ContainerRequestContext request) {
        ProblemException problem = problem(failure);
        problem.initCause(failure);
        return mappers.problem(problem, request);
    }

    /** Which rule, and by which value: both are the caller's to know. */
    private static String rule(SQLException failure) {
        if (failure instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            var said = postgres.getServerErrorMessage();
            return said.getConstraint() + (said.getDetail() == null ? "" : "; " + said.getDetail());
        }
        return "unnamed";
    }

    private static ProblemException problem(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (failure instanceof Importer.CommitUnknown) {
            return new ProblemException(
                    OUTCOME_UNKNOWN,
                    "the file was written whole or not at all; send it again: what was written counts as unchanged");
        }
        if (state.startsWith("53") && !state.equals("53300")) {
            return new ProblemException(STORAGE_FULL, "ask the operator for room, then send the file again");
        }
        if (state.startsWith("23")) {
            return new ProblemException(
                    REFUSED, "a rule of the database is broken that no line could be named for: " + rule(failure));
        }
        return new ProblemException(
                ProblemType.UNAVAILABLE, "the database does not answer; nothing was written, send the file again");
    }
}
