package org.fenton.core.mechanism;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.DrugTarget;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.tumour.TumourCase;

/**
 * Follows a drug's effect from its targets through the case's graph to ferroptosis.
 *
 * <p>A path's direction is the drug's sign on the target times the signs of the arcs; its strength is
 * potency × activity × weakest support of the arcs, in (0, 1). Per arm and direction only the strongest path counts, so
 * that many spellings of one route add nothing.
 *
 * <p>Potency: (−log10(IC50 in mol/L) − 5)/3, held to [0.1, 1]; ½ when not known; a contested target
 * counts half, and so does one that is only changed downstream.
 * Activity: see {@link Activeness}.
 */
public final class Propagation {
    private static final double LISTED_INDUCER = 0.2;
    private static final double LISTED_INHIBITOR = 0.6;
    static final Comparator<EffectPath> STRONGEST_FIRST = Comparator.comparingDouble(EffectPath::strength)
            .reversed()
            .thenComparing(path -> path.arcs().size())
            .thenComparing(EffectPath::text);

    private final MechanismGraph graph;
    private final Routes routes;

    public Propagation(Knowledge knowledge, TumourCase tumourCase) {
        CaseScopes scopes = CaseScopes.of(tumourCase, knowledge);
        this.graph = MechanismGraph.of(knowledge, scopes);
        this.routes = new Routes(graph, tumourCase, new Activeness(knowledge, tumourCase, scopes));
    }

    public MechanismGraph graph() {
        return graph;
    }

    /** The effect of one drug; both sides 0 when neither a target nor a listing leads to ferroptosis. */
    public FerroptosisEffect effectOf(Drug drug) {
        List<EffectPath> paths = new ArrayList<>();
        for (DrugTarget target : strongestTargets(drug)) {
            for (Routes.Route route : routes.from(target.node(), target.effect())) {
                paths.add(path(target, route, 1));
            }
        }
        for (Arc own : graph.from(drug.id())) {
            DrugTarget recorded = new DrugTarget(
                    own.to(),
                    own.sign() < 0 ? DrugTarget.Effect.INHIBIT : DrugTarget.Effect.ACTIVATE,
                    DrugTarget.Directness.DIRECT,
                    false,
                    OptionalDouble.empty(),
                    "recorded effect",
                    String.join(", ", own.edges()));
            for (Routes.Route route : routes.from(own.to(), recorded.effect())) {
                paths.add(path(recorded, route, own.support()));
            }
        }
        addListings(drug, paths);
        return combine(paths);
    }

    /** One target row a node: uncontested before contested, then the most potent. */
    private static List<DrugTarget> strongestTargets(Drug drug) {
        Map<String, DrugTarget> best = new TreeMap<>();
        Comparator<DrugTarget> order = Comparator.comparing(DrugTarget::contested)
                .thenComparing(DrugTarget::directness)
                .thenComparing(target -> target.potencyNanomolar().isEmpty())
                .thenComparing(target -> target.potencyNanomolar().orElse(0))
                .thenComparing(DrugTarget::effect);
        for (DrugTarget target : drug.targets()) {
            best.merge(target.node(), target, (a, b) -> order.compare(a, b) <= 0 ? a : b);
        }
        return new ArrayList<>(best.values());
    }

    private static EffectPath path(DrugTarget target, Routes.Route route, double atMost) {
        double potency = potency(target);
        double weakest = Math.min(atMost, route.weakest());
        return new EffectPath(
                target,
                route.arcs(),
                route.active().arm(),
                target.sign() * route.sign(),
                potency,
                route.active().factor(),
                route.active().basis(),
                potency * route.active().factor() * weakest);
    }

    private static double potency(DrugTarget target) {
        double factor = Activeness.UNKNOWN;
        if (target.potencyNanomolar().isPresent()) {
            double pIc50 = 9 - StrictMath.log10(target.potencyNanomolar().getAsDouble());
            factor = Math.max(0.1, Math.min(1, (pIc50 - 5) / 3));
        }
        if (target.contested()) {
            factor /= 2;
        }
        return target.directness() == DrugTarget.Directness.DOWNSTREAM ? factor / 2 : factor;
    }

    /**
     * A curated list says what the drug does, without saying how. As inducer it counts only where no target gives a
     * promoting path; as inhibitor (radical traps, chelators) it always counts, except for kinase inhibitors, whose
     * effect depends on the tissue and stands in the graph.
     */
    private static void addListings(Drug drug, List<EffectPath> paths) {
        boolean traced = paths.stream().anyMatch(path -> path.direction() > 0);
        for (Listing listing : drug.listings()) {
            if (listing.kind() == Listing.Kind.FERROPTOSIS_INDUCER && !traced) {
                paths.add(listed(drug, listing, 1, LISTED_INDUCER));
            }
            if (listing.kind() == Listing.Kind.FERROPTOSIS_INHIBITOR
                    && !drug.classes().contains("jak-inhibitor")) {
                paths.add(listed(drug, listing, -1, LISTED_INHIBITOR));
            }
        }
    }

    private static EffectPath listed(Drug drug, Listing listing, int direction, double support) {
        Arc arc = new Arc(
                drug.id(),
                MechanismGraph.FERROPTOSIS,
                direction,
                ScopeMatch.GENERAL,
                support,
                Set.of(listing.row()),
                new HashSet<>(listing.studies()),
                false);
        DrugTarget self = new DrugTarget(
                drug.id(),
                DrugTarget.Effect.ACTIVATE,
                DrugTarget.Directness.DIRECT,
                listing.state() == Listing.State.CONTESTED,
                OptionalDouble.empty(),
                "curated list",
                listing.row());
        double factor = self.contested() ? 0.5 : 1;
        return new EffectPath(
                self, List.of(arc), drug.id(), direction, factor, 1, "listed, mechanism not traced", factor * support);
    }

    private static FerroptosisEffect combine(List<EffectPath> paths) {
        Map<String, EffectPath> promoting = new TreeMap<>();
        Map<String, EffectPath> inhibiting = new TreeMap<>();
        for (EffectPath path : paths) {
            (path.direction() > 0 ? promoting : inhibiting)
                    .merge(path.arm(), path, (a, b) -> STRONGEST_FIRST.compare(a, b) <= 0 ? a : b);
        }
        return FerroptosisEffect.of(ordered(promoting), ordered(inhibiting));
    }

    private static List<EffectPath> ordered(Map<String, EffectPath> byArm) {
        return byArm.values().stream().sorted(STRONGEST_FIRST).toList();
    }
}
