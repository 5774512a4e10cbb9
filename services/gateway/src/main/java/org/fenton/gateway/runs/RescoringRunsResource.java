package org.fenton.gateway.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Committed results of cohorts that were ranked again, read from the folder that the operator names. */
@Path("/v1/rescoring-runs")
@Produces(MediaType.APPLICATION_JSON)
public class RescoringRunsResource {
    private final RescoringRuns runs;

    RescoringRunsResource(RescoringRuns runs) {
        this.runs = runs;
    }

    @GET
    @Operation(
            operationId = "rescoringRuns",
            summary = "Cohorts that were ranked again: of each the summary of its committed result, sorted by id")
    public ObjectNode all() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray("items");
        runs.ids().forEach(id -> items.add(runs.summary(id)));
        return body;
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "rescoringRun",
            summary = "One of them, with what its last hundred runs did and whose ranking changed")
    public ObjectNode one(@PathParam("id") String id) {
        return runs.whole(id);
    }
}
