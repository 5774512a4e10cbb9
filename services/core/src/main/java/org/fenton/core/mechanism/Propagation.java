package org.fenton.core.mechanism;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.DrugTarget;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.tumour.Goal;
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
    static final Comparator<EffectPath> STRONGEST_FIRST = Comparator.comparingDouble(EffectPath::strength)
            .reversed()
            .thenComparing(EffectPath::arcs, EffectPath.tellingFirst())
            .thenComparing(EffectPath::text);

    /** Nodes that may name a path's arm though no row of a release names them. */
    public static final Set<String> FACTORS = Cytokine.factors();

    private final Losses losses;
    private final MechanismGraph graph;
    private final Activeness activeness;
    private final Listed listed;
    private final Map<String, Routes> routesByEnd = new HashMap<>();

    public Propagation(Knowledge knowledge, TumourCase tumourCase) {
        CaseScopes scopes = CaseScopes.of(tumourCase, knowledge);
        this.losses = new Losses(tumourCase);
        this.graph = MechanismGraph.of(knowledge, scopes);
        this.activeness = new Activeness(knowledge, tumourCase, scopes);
        this.listed = new Listed(knowledge, scopes, losses);
    }

    public MechanismGraph graph() {
        return graph;
    }

    /** The effect of one drug; both sides 0 when neither a target nor a listing leads to ferroptosis. */
    public FerroptosisEffect effectOf(Drug drug) {
        List<EffectPath> paths = pathsTo(MechanismGraph.FERROPTOSIS, drug);
        paths.addAll(listed.paths(drug));
        return combine(paths);
    }

    /** What the drug does to the process that the goal asks about. */
    public FerroptosisEffect effectTowards(Goal goal, Drug drug) {
        return goal.isOfFerroptosis() ? effectOf(drug) : effectOn(goal.process(), drug);
    }

    /**
     * The same for another end node of the graph, for example hepcidin: <i>promotes</i> then means that the drug raises the
     * node, <i>inhibits</i> that it lowers it. Curated lists speak of ferroptosis only and are left out.
     */
    public FerroptosisEffect effectOn(String node, Drug drug) {
        return combine(pathsTo(node, drug));
    }

    private List<EffectPath> pathsTo(String end, Drug drug) {
        Routes routes = routesByEnd.computeIfAbsent(end, key -> new Routes(graph, losses, activeness, key));
        List<EffectPath> paths = new ArrayList<>();
        for (DrugTarget target : strongestTargets(drug)) {
            for (Routes.Route route : routes.from(target.node(), target.effect())) {
                paths.add(path(target, route, 1));
            }
        }
        for (Arc own : graph.from(drug.id())) {
            if (own.origin() != Arc.Origin.RECORDED) {
                continue;
            }
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
        return paths;
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
