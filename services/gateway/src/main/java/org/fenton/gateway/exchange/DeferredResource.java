package org.fenton.gateway.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fenton.gateway.Database;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.http.access.Caller;

@Path("/v1/deferred")
public class DeferredResource {
    private final Caller caller;

    DeferredResource(Caller caller) {
        this.caller = caller;
    }

    /** What became of a request: RUNNING, or FAILED with the problem that it would have been answered with. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeferredView(
            String id,
            String state,
            @JsonRawValue @Schema(ref = "Problem") String problem) {}

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "deferred",
            summary = "What became of a request that preferred respond-async; 303 to its answer once there is one")
    public Response get(@PathParam("id") String id) {
        DeferredEntity row = Database.ask(() -> DeferredEntity.findById(id));
        if (row == null || !row.tenant.equals(caller.tenant())) {
            throw new ProblemException(ProblemType.NOT_FOUND, "no deferred request '" + id + "'");
        }
        return switch (row.state) {
            case DONE -> Response.seeOther(URI.create(row.location)).build();
            case FAILED ->
                Response.ok(new DeferredView(id, "FAILED", row.problem)).build();
            case RUNNING -> row.deadline.isBefore(Instant.now()) ? lost(id) : running(id);
        };
    }

    private static Response running(String id) {
        return Response.ok(new DeferredView(id, "RUNNING", null))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    private static Response lost(String id) {
        String problem = "{\"type\":\"%s\",\"title\":\"%s\",\"status\":503,\"detail\":\"%s\"}"
                .formatted(
                        ProblemType.UNAVAILABLE.urn(),
                        ProblemType.UNAVAILABLE.title(),
                        "not finished in time, or the replica that had it stopped; send the request again");
        return Response.ok(new DeferredView(id, "FAILED", problem)).build();
    }
}
