package org.fenton.catalog.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fenton.catalog.rows.AsOf;
import org.fenton.catalog.rows.Snapshot;
import org.fenton.documents.CanonicalJson;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/exports")
public class ExportResource {
    private static final int LONG_READ_SECONDS = 300;

    /** Formats as a caller names them. */
    public enum As {
        csv,
        tsv,
        jsonl
    }

    @FunctionalInterface
    private interface Body {
        void write(Writer out) throws IOException;
    }

    @GET
    @Path("rows/{type}")
    @Produces({Format.TSV_TYPE, Format.CSV_TYPE, Format.JSONL_TYPE})
    @Operation(
            operationId = "exportRows",
            summary = "Every row of one type, in the form that an import reads; of now, or of a release with asOf")
    @APIResponse(
            responseCode = "200",
            description = "The rows",
            content = {
                @Content(mediaType = Format.TSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.JSONL_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @Transactional
    public Response rows(
            @RestPath String type,
            @Parameter(description = "csv, tsv or jsonl") @QueryParam("format") @DefaultValue("tsv") As format) {
        FactType rows = FactType.named(type);
        Format written = Format.valueOf(format.name().toUpperCase(java.util.Locale.ROOT));
        Optional<String> release = AsOf.release();
        return answer(MediaType.valueOf(written.mediaType), out -> {
            Written lines = new Written(out, written, rows);
            FactRows.each(rows, release, row -> write(() -> lines.row(row)));
        });
    }

    @GET
    @Path("edge-list")
    @Produces(Format.TSV_TYPE)
    @Operation(
            operationId = "exportEdgeList",
            summary = "Regulators of ferroptosis with their targets, one pair a line")
    @APIResponse(
            responseCode = "200",
            description = "Tab-separated, one header line",
            content = @Content(mediaType = Format.TSV_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @Transactional
    public Response edgeList() {
        Optional<String> release = AsOf.release();
        return answer(MediaType.valueOf(Format.TSV_TYPE), out -> {
            out.write(String.join("\t", EdgeList.COLUMNS) + "\n");
            FactRows.each(FactType.named("edge"), release, edge -> EdgeList.lines(edge)
                    .forEach(line -> write(() -> out.write(line + "\n"))));
        });
    }

    @GET
    @Path("claim-statements")
    @Produces(Format.JSONL_TYPE)
    @Operation(
            operationId = "exportClaimStatements",
            summary = "Every claim as a statement in the manner of GA4GH VA-Spec, one JSON object a line")
    @APIResponse(
            responseCode = "200",
            description = "Held by docs/api/catalog/claim-statement.schema.json",
            content = @Content(mediaType = Format.JSONL_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @Transactional
    public Response claimStatements() {
        Optional<String> release = AsOf.release();
        return answer(
                MediaType.valueOf(Format.JSONL_TYPE),
                out -> FactRows.each(
                        FactType.named("claim"),
                        release,
                        claim -> write(() -> out.write(CanonicalJson.write(ClaimStatement.of(claim)) + "\n"))));
    }

    /** Rows are read as they are sent, in one transaction that sees one state. */
    private static Response answer(MediaType type, Body body) {
        StreamingOutput stream = bytes -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
            QuarkusTransaction.requiringNew().timeout(LONG_READ_SECONDS).run(() -> {
                Snapshot.take();
                write(() -> body.write(out));
            });
            out.flush();
        };
        return Response.ok(stream, type.withCharset("utf-8")).build();
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException callerGone) {
            throw new UncheckedIOException(callerGone);
        }
    }
}
