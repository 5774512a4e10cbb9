package org.fenton.model.activity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.reference.PathwayNetworks;
import org.fenton.model.activity.ActivitiesView.ActivityView;
import org.fenton.model.bundle.ServedBundle;

/** Infers pathway and transcription factor activities with the bundle's networks. */
@Path("/v1/pathway-activities")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PathwayActivitiesResource {
    private final ServedBundle served;
    private final CoverageOfGenes coverage;

    PathwayActivitiesResource(ServedBundle served, CoverageOfGenes coverage) {
        this.served = served;
        this.coverage = coverage;
    }

    @POST
    @Operation(
            operationId = "inferPathwayActivities",
            summary = "ulm activities of PROGENy pathways (100 genes of smallest p) and CollecTRI regulons")
    public ActivitiesView infer(@NotNull(message = "a body is required") @Valid ActivitiesRequest request) {
        ModelBundle bundle = served.bundle();
        int minSize = request.minsize() == null ? PathwayNetworks.MIN_SIZE : request.minsize();
        ExpressionProfile given = ProfileReader.profile(ProfileReader.scale(request.scale()), request.genes());
        ExpressionProfile profile;
        List<PathwayNetworks.Inferred> inferred;
        try {
            profile = bundle.genes().standardise(given);
            inferred = bundle.networks().infer(profile, minSize);
        } catch (IllegalArgumentException e) {
            String detail = String.valueOf(e.getMessage());
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE,
                    detail,
                    List.of(new Fault("/genes", detail, coverage.suggestion(given.genes()))));
        }
        Map<String, Double> genes = new TreeMap<>();
        for (GeneSymbol gene : profile.genes()) {
            genes.put(gene.value(), profile.value(gene).orElseThrow());
        }
        return new ActivitiesView(
                bundle.id(),
                bundle.document().activities().method(),
                given.scale().key(),
                minSize,
                inferred.stream().map(PathwayActivitiesResource::view).toList(),
                coverage.of(given, profile, inferred),
                genes);
    }

    private static ActivityView view(PathwayNetworks.Inferred inferred) {
        var activity = inferred.activity();
        return new ActivityView(
                inferred.network(),
                activity.source(),
                activity.score(),
                activity.pValue().orElseThrow(),
                activity.falseDiscoveryRate().orElseThrow(),
                inferred.targetsMeasured(),
                inferred.targetsTotal());
    }
}
