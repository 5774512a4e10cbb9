package org.fenton.catalog.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fenton.catalog.release.ReleaseDiff.Place;
import org.fenton.catalog.rows.AsOf;
import org.jboss.resteasy.reactive.RestPath;

/** Two releases compared; each is named by its id, an instant, {@code current}, and the second also by {@code draft}. */
@Path("/v1/releases/{before}/diff/{after}")
public class DiffResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final int MOST_LISTED = 2000;
    private static final int LONG_READ_SECONDS = 300;

    private final ObjectMapper json;

    DiffResource(ObjectMapper json) {
        this.json = json;
    }

    private record Pair(String before, String after) {
        /** Must run in the transaction that reads the difference: a draft lives no longer. */
        static Pair of(String before, String after) {
            String first = AsOf.find(before);
            return new Pair(first, after.equals(ReleaseDiff.DRAFT) ? after : AsOf.find(after));
        }

        ReleaseDiff diff() {
            if (after.equals(ReleaseDiff.DRAFT)) {
                DraftLines.fill();
            }
            return new ReleaseDiff(before, after);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "diffReleases",
            summary = "What two releases hold differently, field by field, with the recorded reasons")
    @APIResponse(
            responseCode = "200",
            description = "As data, as JSON lines without an upper bound, or as a page to read",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DiffView.class)),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public DiffView data(@RestPath String before, @RestPath String after) {
        Pair pair = Pair.of(before, after);
        ReleaseDiff diff = pair.diff();
        List<ReleaseChange> changes = diff.next(Place.START, MOST_LISTED + 1);
        boolean complete = changes.size() <= MOST_LISTED;
        return new DiffView(
                pair.before, pair.after, diff.counts(), complete, complete ? changes : changes.subList(0, MOST_LISTED));
    }

    @GET
    @Produces(NDJSON)
    @Transactional
    @Operation(hidden = true)
    public Response lines(@RestPath String before, @RestPath String after) {
        Pair pair = Pair.of(before, after);
        StreamingOutput lines = bytes -> {
            Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            QuarkusTransaction.requiringNew().timeout(LONG_READ_SECONDS).run(() -> writeLines(pair.diff(), out));
            out.flush();
        };
        return Response.ok(lines, NDJSON).build();
    }

    private void writeLines(ReleaseDiff diff, Writer out) {
        Place place = Place.START;
        List<ReleaseChange> part;
        do {
            part = diff.next(place, MOST_LISTED);
            for (ReleaseChange change : part) {
                place = new Place(change.type(), change.id());
                try {
                    out.write(json.writeValueAsString(change));
                    out.write('\n');
                } catch (IOException callerGone) {
                    throw new UncheckedIOException(callerGone);
                }
            }
        } while (part.size() == MOST_LISTED);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    @Operation(hidden = true)
    public Response page(@RestPath String before, @RestPath String after) throws IOException {
        Pair pair = Pair.of(before, after);
        ReleaseDiff diff = pair.diff();
        List<ReleaseChange> changes = diff.next(Place.START, MOST_LISTED + 1);
        StringWriter html = new StringWriter();
        DiffPage page = new DiffPage(html);
        page.head(pair.before, pair.after, diff.counts());
        String type = "";
        for (ReleaseChange change : changes.subList(0, Math.min(MOST_LISTED, changes.size()))) {
            if (!change.type().equals(type)) {
                type = change.type();
                page.type(type);
            }
            page.change(change);
        }
        page.foot(changes.size() <= MOST_LISTED);
        return Response.ok(html.toString(), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", DiffPage.POLICY)
                .build();
    }
}
