package org.fenton.core.mechanism;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.core.knowledge.DrugTarget;

/**
 * The strongest way from a node to an end node (ferroptosis) through each arm, in each direction; found once a node and
 * case.
 *
 * <p>Every simple path of at most {@value #LONGEST} arcs is a candidate. Ways through a gene that the tumour has lost do
 * not exist; nor do ways through STAT1 or STAT2 when it has lost JAK1 or JAK2, nor a cytokine's effects when the factor
 * that reads it is gone ({@link Losses}). A cytokine's signal goes, through a kinase, only where
 * that cytokine's does. Of
 * equally strong ways the most telling one counts: recorded edges before a context's summary, seen in this disease first.
 */
final class Routes {
    private static final int LONGEST = 8;
    private static final Comparator<Route> STRONGEST_FIRST = Comparator.comparingDouble(Route::strength)
            .reversed()
            .thenComparing(Route::arcs, EffectPath.tellingFirst())
            .thenComparing(route -> route.arcs().toString());

    private final MechanismGraph graph;
    private final Losses losses;
    private final Activeness activeness;
    private final String end;
    private final Map<String, Integer> distance;
    private final Map<String, Collection<Route>> found = new HashMap<>();

    /** A way with the product of its signs; its strength leaves out the drug's potency. */
    record Route(List<Arc> arcs, int sign, Activeness.Reading active, double weakest) {
        double strength() {
            return active.factor() * weakest;
        }
    }

    Routes(MechanismGraph graph, Losses losses, Activeness activeness, String end) {
        this.graph = graph;
        this.losses = losses;
        this.activeness = activeness;
        this.end = end;
        this.distance = distances(graph, end);
    }

    Collection<Route> from(String node, DrugTarget.Effect effect) {
        return found.computeIfAbsent(node + " " + effect, key -> {
            Search search = new Search(node, effect);
            if (!losses.isLost(node)) {
                search.walk(node, 1);
            }
            return search.best.values();
        });
    }

    /** Arcs to the end by the shortest way, so that dead ends are not walked. */
    private static Map<String, Integer> distances(MechanismGraph graph, String end) {
        Map<String, List<String>> incoming = new HashMap<>();
        graph.arcs().forEach(arc -> incoming.computeIfAbsent(arc.to(), to -> new ArrayList<>())
                .add(arc.from()));
        Map<String, Integer> distance = new HashMap<>();
        Deque<String> queue = new ArrayDeque<>();
        distance.put(end, 0);
        queue.add(end);
        while (!queue.isEmpty()) {
            String node = queue.remove();
            for (String before : incoming.getOrDefault(node, List.of())) {
                if (distance.putIfAbsent(before, distance.get(node) + 1) == null) {
                    queue.add(before);
                }
            }
        }
        return distance;
    }

    /** The factor that reads the cytokine whose signal this arc carries; empty for every other arc. */
    private static String reader(Arc arc) {
        return arc.mediated()
                ? arc.mediator()
                : Cytokine.of(arc.from()).map(Cytokine::factor).orElse("");
    }

    private final class Search {
        private final String start;
        private final DrugTarget.Effect effect;
        private final List<Arc> arcs = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final TreeMap<String, Route> best = new TreeMap<>();

        Search(String start, DrugTarget.Effect effect) {
            this.start = start;
            this.effect = effect;
            seen.add(start);
        }

        void walk(String node, int sign) {
            if (node.equals(end)) {
                keep(sign);
                return;
            }
            if (losses.isLost(node)) {
                return;
            }
            for (Arc arc : graph.from(node)) {
                Integer rest = distance.get(arc.to());
                boolean open = rest != null && arcs.size() + 1 + rest <= LONGEST && isOpen(arc);
                if (open && seen.add(arc.to())) {
                    arcs.add(arc);
                    walk(arc.to(), sign * arc.sign());
                    arcs.remove(arcs.size() - 1);
                    seen.remove(arc.to());
                }
            }
        }

        private boolean isOpen(Arc arc) {
            String reader = reader(arc);
            if (losses.isLost(reader)) {
                return false;
            }
            if (arcs.isEmpty() || !Cytokine.isKinase(arc.from())) {
                return true;
            }
            String followed = reader(arcs.get(arcs.size() - 1));
            boolean otherSignal = arc.mediated() && !reader.equals(followed)
                    || Cytokine.isFactor(arc.to()) && !arc.to().equals(followed);
            return followed.isEmpty() || !otherSignal;
        }

        private void keep(int sign) {
            double weakest = 1;
            for (Arc arc : arcs) {
                weakest = Math.min(weakest, arc.support());
            }
            Route route = new Route(List.copyOf(arcs), sign, activeness.of(start, arcs, effect), weakest);
            best.merge(route.active.arm() + " " + sign, route, (a, b) -> STRONGEST_FIRST.compare(a, b) <= 0 ? a : b);
        }
    }
}
