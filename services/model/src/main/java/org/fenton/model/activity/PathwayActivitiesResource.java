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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.Scale;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.reference.PathwayNetworks;
import org.fenton.learning.reference.PathwayNetworks.Inferred;
import org.fenton.learning.reference.ScoredProgrammes;
import org.fenton.model.activity.ActivitiesView.ActivityView;
import org.fenton.model.activity.ChoiceReader.Choice;
import org.fenton.model.promotion.ServedBundles;

/** Infers pathway and transcription factor activities with the bundle's networks. */
@Path("/v1/pathway-activities")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PathwayActivitiesResource {
    private final ServedBundles served;
    private final CoverageOfGenes coverage;

    PathwayActivitiesResource(ServedBundles served, CoverageOfGenes coverage) {
        this.served = served;
        this.coverage = coverage;
    }

    @POST
    @Operation(
            operationId = "inferPathwayActivities",
            summary = "Activities of CollecTRI regulons and PROGENy pathways (100 genes of smallest p), ulm by default",
            description =
                    "The numbers are those of `fenton activity --symbols as-written` for the same profile, network"
                            + " and method. mlm of all CollecTRI takes about 2 s.")
    public ActivitiesView infer(@NotNull(message = "a body is required") @Valid ActivitiesRequest request) {
        ModelBundle bundle = served.chosen(request.bundle(), "/bundle").bundle();
        Scale scale = ProfileReader.scale(request.scale());
        Choice choice = ChoiceReader.choice(request, bundle.networks());
        ExpressionProfile given = ProfileReader.profile(scale, request.genes());
        try {
            ExpressionProfile profile = bundle.genes().standardise(given);
            return answer(bundle, choice, request, new Profiles(given, profile));
        } catch (IllegalArgumentException e) {
            String detail = String.valueOf(e.getMessage());
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE,
                    detail,
                    List.of(new Fault("/genes", detail, coverage.suggestion(bundle, given.genes()))));
        }
    }

    /** A profile as it was given, and on the scale that is inferred from. */
    private record Profiles(ExpressionProfile given, ExpressionProfile used) {}

    private ActivitiesView answer(ModelBundle bundle, Choice choice, ActivitiesRequest request, Profiles profiles) {
        ExpressionProfile profile = profiles.used;
        List<Inferred> inferred = PathwayNetworks.infer(choice.networks(), choice.method(), profile, choice.minSize());
        Optional<ScoredProgrammes> programmes = programmes(bundle, choice, profile);
        boolean coverageWanted = request.coverage() == null || request.coverage();
        Optional<Set<String>> wanted =
                Optional.ofNullable(request.answerGenes()).map(Set::copyOf);
        TreeMap<String, Double> genes = new TreeMap<>();
        double sum = 0;
        // the genes of a profile are sorted: the sum does not depend on the order in which they were given
        for (int g = 0; g < profile.genes().size(); g++) {
            String gene = profile.genes().get(g).value();
            double value = profile.matrix().value(g, 0);
            sum += value;
            if (wanted.isEmpty() || wanted.get().contains(gene)) {
                genes.put(gene, value);
            }
        }
        double mean = sum / profile.genes().size();
        return new ActivitiesView(
                bundle.id(),
                choice.method().key(),
                profiles.given.scale().key(),
                choice.minSize(),
                inferred.stream().map(PathwayActivitiesResource::view).toList(),
                coverageWanted ? coverage.of(bundle, profiles.given, profile, choice.networks(), inferred) : null,
                mean,
                genes,
                programmes.map(ScoredProgrammes::referenceNote).orElse(null),
                programmes
                        .map(p -> p.entries().stream().map(ProgrammeView::of).toList())
                        .orElse(null));
    }

    /** Programmes need both networks, whichever the request infers from. */
    private Optional<ScoredProgrammes> programmes(ModelBundle bundle, Choice choice, ExpressionProfile profile) {
        if (!choice.include().contains(ChoiceReader.PROGRAMMES)) {
            return Optional.empty();
        }
        Map<String, Network> networks =
                bundle.networks().list().stream().collect(Collectors.toMap(Network::name, Function.identity()));
        return Optional.of(ScoredProgrammes.of(profile.matrix(), networks));
    }

    private static ActivityView view(Inferred inferred) {
        var activity = inferred.activity();
        return new ActivityView(
                inferred.network(),
                activity.source(),
                activity.score(),
                ProgrammeView.orNull(activity.pValue()),
                ProgrammeView.orNull(activity.falseDiscoveryRate()),
                inferred.targetsMeasured(),
                inferred.targetsTotal());
    }
}
