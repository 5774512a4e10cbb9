package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.mechanism.Arc;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.mechanism.ScopeMatch;
import org.fenton.core.tumour.Goal;

/** The ways that drugs take through the network of a case: which steps and nodes are on them, and which steps are the drugs' own. */
final class MapTraces {
    private static final int TRACED_PATHS = 3;

    private final MapPlaces places;
    private final Map<String, String> directionOfStep = new HashMap<>();
    private final Set<String> nodes = new TreeSet<>();
    private final List<Arc> drugArcs = new ArrayList<>();
    private final List<MapView.Trace> traces = new ArrayList<>();

    MapTraces(MapPlaces places) {
        this.places = places;
    }

    List<MapView.Trace> all() {
        return traces;
    }

    /** Steps that begin at a drug and are none of the network. */
    List<Arc> drugArcs() {
        return drugArcs;
    }

    boolean passes(String node) {
        return nodes.contains(node);
    }

    /** promoting, inhibiting or both; empty for a step on no way. */
    String directionOf(Arc arc) {
        return directionOfStep.getOrDefault(key(arc), "");
    }

    void trace(Drug drug, Propagation propagation, Goal goal) {
        places.place(drug.id(), 0);
        FerroptosisEffect effect = propagation.effectTowards(goal, drug);
        paths(drug, effect.promotingPaths(), "promoting");
        paths(drug, effect.inhibitingPaths(), "inhibiting");
    }

    private void paths(Drug drug, List<EffectPath> paths, String direction) {
        for (int i = 0; i < paths.size(); i++) {
            EffectPath path = paths.get(i);
            traces.add(new MapView.Trace(
                    drug.name(),
                    direction,
                    path.text(),
                    Numbers.plain(path.strength()),
                    path.activityBasis(),
                    MapDrawing.words(path.match()),
                    Reference.of(path.edges()),
                    Reference.of(path.studies())));
            if (i < TRACED_PATHS) {
                draw(drug, path, direction);
            }
        }
    }

    private void draw(Drug drug, EffectPath path, String direction) {
        nodes.add(drug.id());
        if (!path.target().node().equals(drug.id())) {
            Arc acts = new Arc(
                    drug.id(),
                    path.target().node(),
                    path.target().sign(),
                    ScopeMatch.GENERAL,
                    1,
                    Set.of(),
                    Set.of(),
                    Arc.Origin.RECORDED,
                    "");
            step(acts, direction, true, path.arcs().size());
        }
        for (int i = 0; i < path.arcs().size(); i++) {
            Arc arc = path.arcs().get(i);
            step(arc, direction, arc.from().equals(drug.id()), path.arcs().size() - i - 1);
        }
    }

    /** @param rest steps from the end of this one to the goal's process, which says in which column a node without a place stands */
    private void step(Arc arc, String direction, boolean ofDrug, int rest) {
        int last = MapPlaces.COLUMNS.size() - 1;
        places.place(arc.to(), Math.max(1, Math.min(last - 1, last - rest)));
        nodes.add(arc.to());
        directionOfStep.merge(key(arc), direction, (a, b) -> a.equals(b) ? a : "both");
        if (ofDrug && drugArcs.stream().noneMatch(each -> key(each).equals(key(arc)))) {
            drugArcs.add(arc);
        }
    }

    private static String key(Arc arc) {
        return arc.from() + " " + arc.to() + " " + arc.sign();
    }
}
