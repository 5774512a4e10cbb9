package org.fenton.catalog.release;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fenton.catalog.rows.AsOf;
import org.fenton.http.Page;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CURRENT = "current";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";
    private static final int LINES_AT_ONCE = 2000;
    private static final int BLOCK_BYTES = 1 << 20;

    private final Publisher publisher;
    private final ManagedExecutor executor;

    ReleaseResource(Publisher publisher, ManagedExecutor executor) {
        this.publisher = publisher;
        this.executor = executor;
    }

    @GET
    @Transactional
    @Operation(operationId = "listReleases", summary = "Every release, the one published last first")
    public Page<ReleaseView> list() {
        List<ReleaseView> releases =
                ReleaseEntity.newestFirst().stream().map(ReleaseView::of).toList();
        return new Page<>(releases, releases.size(), true);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "publishRelease", summary = "Makes the facts of now the current release")
    @APIResponse(
            responseCode = "201",
            description = "Published; Location is the release",
            content = @Content(schema = @Schema(implementation = ReleaseView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The facts are those of the current release already",
            content = @Content(schema = @Schema(implementation = ReleaseView.class)))
    @APIResponse(
            responseCode = "422",
            description = "A drug would vanish or a direction turn without a reason; every such item is named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response publish(@Valid @NotNull PublishRequest asked) {
        Optional<String> before = ReleaseEntity.current().map(release -> release.id);
        List<Reason> reasons = asked.reasons() == null ? List.of() : asked.reasons();
        String id = publisher.publish(new Publisher.Reasons(reasons, true));
        ReleaseView view = ReleaseView.of(find(id));
        return before.equals(Optional.of(id))
                ? Response.ok(view).build()
                : Response.created(URI.create("/v1/releases/" + id))
                        .entity(view)
                        .build();
    }

    /** One line of one release, whatever its type: how a thing stood on that day. */
    @GET
    @Path("{id}/rows/{type}/{key: .+}")
    @Transactional
    @Operation(operationId = "getReleaseRow", summary = "One row of one release, by type and key")
    @APIResponse(
            responseCode = "200",
            description = "The line as it was released",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response row(@RestPath String id, @RestPath String type, @RestPath String key) {
        ReleaseEntity release = find(id.equals(CURRENT) ? id : AsOf.find(id));
        String line = ReleaseLineEntity.line(release.id, type, key)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "the release holds no " + type + " '" + key + "'"));
        return Response.ok(line, MediaType.APPLICATION_JSON).build();
    }

    @GET
    @Path("draft")
    @Transactional
    @Operation(operationId = "getDraft", summary = "The release that the facts of now would be")
    public DraftView draft() {
        String id = DraftLines.fill();
        return new DraftView(
                id,
                ReleaseEntity.current().filter(current -> current.id.equals(id)).isPresent());
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(operationId = "getRelease", summary = "One release by id, or the current one")
    @APIResponse(
            responseCode = "200",
            description = "The release; its ETag is its id",
            content = @Content(schema = @Schema(implementation = ReleaseView.class)))
    @APIResponse(responseCode = "304", description = "The release the caller already has")
    public Response get(@RestPath String id, @Context Request request) {
        ReleaseEntity release = find(id);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(release));
        Response.ResponseBuilder answer =
                unchanged != null ? unchanged : Response.ok(ReleaseView.of(release), MediaType.APPLICATION_JSON);
        return tagged(answer, id, release);
    }

    @GET
    @Path("{id}/lines")
    @Produces(NDJSON)
    @Operation(operationId = "getReleaseLines", summary = "The bytes of a release, one JSON object a line")
    @APIResponse(
            responseCode = "200",
            description = "Canonical JSON lines; the ETag is the SHA-256 of these bytes",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "The release the caller already has")
    public Response lines(@RestPath String id, @Context Request request) {
        ReleaseEntity release = QuarkusTransaction.requiringNew().call(() -> find(id));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(release));
        if (unchanged != null) {
            return tagged(unchanged, id, release);
        }
        StreamingOutput lines = out -> write(release, out);
        return tagged(Response.ok(lines, NDJSON), id, release);
    }

    private static ReleaseEntity find(String id) {
        if (id.equals(CURRENT)) {
            return ReleaseEntity.current()
                    .orElseThrow(() -> new ProblemException(ProblemType.UNAVAILABLE, "no release is published yet"));
        }
        ReleaseEntity release = ReleaseEntity.findById(id);
        if (release == null) {
            List<String> known =
                    ReleaseEntity.newestFirst().stream().map(each -> each.id).toList();
            throw ProblemException.notFound("release", id, known);
        }
        return release;
    }

    private static EntityTag tag(ReleaseEntity release) {
        return new EntityTag(release.id);
    }

    /** The current release changes, a named one never does. */
    private static Response tagged(Response.ResponseBuilder answer, String asked, ReleaseEntity release) {
        return answer.tag(tag(release))
                .header("Cache-Control", asked.equals(CURRENT) ? ASK_AGAIN : FOR_EVER)
                .build();
    }

    /**
     * Block by block through memory, so that a reader that takes its time does not keep a connection to the database; while
     * one block is sent the next is read.
     */
    private void write(ReleaseEntity release, OutputStream out) throws IOException {
        int position = 0;
        Optional<CompletableFuture<Block>> next = Optional.of(read(release, position));
        while (next.isPresent()) {
            Block block = next.get().join();
            position += LINES_AT_ONCE;
            next = block.lines == LINES_AT_ONCE ? Optional.of(read(release, position)) : Optional.empty();
            block.bytes.writeTo(out);
        }
    }

    private record Block(int lines, ByteArrayOutputStream bytes) {}

    private CompletableFuture<Block> read(ReleaseEntity release, int from) {
        return executor.supplyAsync(() -> {
            var bytes = new ByteArrayOutputStream(BLOCK_BYTES);
            int lines = QuarkusTransaction.requiringNew()
                    .call(() -> ReleaseLineEntity.write(release, from, LINES_AT_ONCE, bytes));
            return new Block(lines, bytes);
        });
    }
}
