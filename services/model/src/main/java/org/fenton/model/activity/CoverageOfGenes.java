package org.fenton.model.activity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.Network;
import org.fenton.http.CloseNames;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.reference.PathwayNetworks;
import org.fenton.model.activity.ActivitiesView.CoverageView;
import org.fenton.model.activity.ActivitiesView.NetworkView;
import org.fenton.model.activity.ActivitiesView.UnrecognisedView;
import org.jspecify.annotations.Nullable;

/** How much of a profile the networks and the panel know. */
@Singleton
class CoverageOfGenes {
    private static final int SHOWN = 10;

    /** @param networks those that were inferred from */
    CoverageView of(
            ModelBundle bundle,
            ExpressionProfile given,
            ExpressionProfile used,
            List<Network> networks,
            List<PathwayNetworks.Inferred> inferred) {
        Set<GeneSymbol> inferredFrom = PathwayNetworks.targets(networks);
        Set<GeneSymbol> targets = bundle.networks().targets();
        List<GeneSymbol> strangers = given.genes().stream()
                .filter(g -> !targets.contains(g) && !bundle.genes().holds(g))
                .toList();
        Set<String> known = targets.stream().map(GeneSymbol::value).collect(Collectors.toSet());
        return new CoverageView(
                given.genes().size(),
                used.genes().size(),
                given.genes().size() - used.genes().size(),
                (int) used.genes().stream().filter(inferredFrom::contains).count(),
                strangers.size(),
                strangers.stream()
                        .limit(SHOWN)
                        .map(g -> new UnrecognisedView(g.value(), CloseNames.of(g.value(), known)))
                        .toList(),
                networks.stream().map(network -> view(network, inferred)).toList());
    }

    private static NetworkView view(Network network, List<PathwayNetworks.Inferred> inferred) {
        String targets = network.name().equals(PathwayNetworks.PROGENY)
                ? "the " + PathwayNetworks.FOOTPRINT + " genes of smallest p"
                : "all targets";
        int sources = (int) inferred.stream()
                .filter(i -> i.network().equals(network.name()))
                .count();
        return new NetworkView(
                network.name(), targets, sources, network.sources().size());
    }

    /** What genes that no network targets may have meant; null when there is nothing near. */
    @Nullable
    String suggestion(ModelBundle bundle, List<GeneSymbol> genes) {
        Set<String> known =
                bundle.networks().targets().stream().map(GeneSymbol::value).collect(Collectors.toSet());
        String close = genes.stream()
                .map(GeneSymbol::value)
                .filter(gene -> !known.contains(gene))
                .limit(SHOWN)
                .filter(gene -> !CloseNames.of(gene, known).isEmpty())
                .map(gene -> gene + ": " + String.join(", ", CloseNames.of(gene, known)))
                .collect(Collectors.joining("; "));
        return close.isEmpty() ? null : close;
    }
}
