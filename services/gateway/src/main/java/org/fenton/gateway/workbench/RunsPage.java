package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.gateway.runs.RescoringRuns;

/** Re-scoring of cohorts: which output folders there are, how far each is, and what the last run changed. */
@Path("/workbench/runs")
@Produces(MediaType.TEXT_HTML)
public class RunsPage {
    private final RescoringRuns runs;
    private final Shells shells;

    RunsPage(RescoringRuns runs, Shells shells) {
        this.runs = runs;
        this.shells = shells;
    }

    @GET
    @Operation(hidden = true)
    public Response all() {
        TreeSet<String> names = new TreeSet<>(runs.ids());
        names.addAll(runs.underWay());
        return Html.ok(Pages.runs(
                shells.of(Section.RUNS, "Runs"), names.stream().map(this::view).toList(), runs.isConfigured()));
    }

    @GET
    @Path("/{name}")
    @Operation(hidden = true)
    public Response one(@PathParam("name") String name) {
        return Html.ok(Pages.run(shells.of(Section.RUNS, "Run " + name), view(name)));
    }

    /** A job that never committed has no result yet. */
    private RunView view(String name) {
        boolean fresh = !runs.ids().contains(name) && runs.underWay().contains(name);
        JsonNode run = fresh ? JsonNodeFactory.instance.objectNode() : runs.whole(name);
        return RunView.of(name, run, runs.pending(name));
    }
}
