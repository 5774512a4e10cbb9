package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.Arc;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.mechanism.MechanismGraph;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.mechanism.ScopeMatch;
import org.fenton.core.tumour.TumourCase;

/** Draws the graph of a case, and the ways that drugs take through it. */
final class MapDrawing {
    private static final int TRACED_PATHS = 3;

    private final Knowledge knowledge;
    private final TumourCase tumourCase;
    private final Propagation propagation;
    private final MechanismGraph graph;
    private final MapPlaces places;
    private final Map<String, String> traceOfStep = new HashMap<>();
    private final Set<String> tracedNodes = new TreeSet<>();
    private final List<Arc> drugArcs = new ArrayList<>();
    private final List<MapView.Trace> traces = new ArrayList<>();
    private final List<String> drugs;

    private MapDrawing(Knowledge knowledge, TumourCase tumourCase, List<String> drugs) {
        this.knowledge = knowledge;
        this.tumourCase = tumourCase;
        this.propagation = new Propagation(knowledge, tumourCase);
        this.graph = propagation.graph();
        this.places = new MapPlaces(drugs.isEmpty() ? 1 : 0);
        this.drugs = drugs;
    }

    static MapView of(Knowledge knowledge, TumourCase tumourCase) {
        return new MapDrawing(knowledge, tumourCase, List.of()).view();
    }

    static MapView of(Knowledge knowledge, TumourCase tumourCase, Combination combination) {
        return new MapDrawing(knowledge, tumourCase, combination.drugs()).view();
    }

    private MapView view() {
        Set<String> known = graph.nodes();
        MapPlaces.fixed().stream().filter(known::contains).forEach(places::placeFixed);
        places.placeFixed(MechanismGraph.FERROPTOSIS);
        drugs.forEach(this::trace);
        List<MapView.Edge> edges = edges();
        return new MapView(
                places.width(), places.height(), headings(), nodes(), edges, description(), traces, conflicts());
    }

    private void trace(String id) {
        Drug drug = knowledge.drug(id);
        places.place(id, 0);
        FerroptosisEffect effect = propagation.effectOf(drug);
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
                    words(path.match()),
                    Reference.of(path.edges()),
                    Reference.of(path.studies())));
            if (i < TRACED_PATHS) {
                draw(drug, path, direction);
            }
        }
    }

    private void draw(Drug drug, EffectPath path, String direction) {
        tracedNodes.add(drug.id());
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

    /** @param rest steps from the end of this one to ferroptosis, which says in which column a node without a place stands */
    private void step(Arc arc, String direction, boolean ofDrug, int rest) {
        int last = MapPlaces.COLUMNS.size() - 1;
        places.place(arc.to(), Math.max(1, Math.min(last - 1, last - rest)));
        tracedNodes.add(arc.to());
        traceOfStep.merge(key(arc), direction, (a, b) -> a.equals(b) ? a : "both");
        if (ofDrug && drugArcs.stream().noneMatch(each -> key(each).equals(key(arc)))) {
            drugArcs.add(arc);
        }
    }

    private static String key(Arc arc) {
        return arc.from() + " " + arc.to() + " " + arc.sign();
    }

    private List<MapView.Edge> edges() {
        List<MapView.Edge> edges = new ArrayList<>();
        List<Arc> arcs = new ArrayList<>(graph.arcs());
        drugArcs.stream().filter(arc -> !arcs.contains(arc)).forEach(arcs::add);
        for (Arc arc : arcs) {
            boolean member = arc.origin() == Arc.Origin.MEMBER && !traceOfStep.containsKey(key(arc));
            if (places.has(arc.from()) && places.has(arc.to()) && !member) {
                edges.add(edge(arc));
            }
        }
        edges.sort((a, b) -> Boolean.compare(!a.trace().isEmpty(), !b.trace().isEmpty()));
        return edges;
    }

    private MapView.Edge edge(Arc arc) {
        String match = arc.mediated() ? "mediated" : arc.match().name().toLowerCase(Locale.ROOT);
        return new MapView.Edge(
                arc.from(),
                arc.to(),
                arc.sign() < 0 ? "−" : "+",
                MapLine.between(places.of(arc.from()), places.of(arc.to()), arc.sign()),
                match,
                arc.mediated() ? "assigned to the carrier of a cytokine's signal: inferred" : words(arc.match()),
                traceOfStep.getOrDefault(key(arc), ""),
                Reference.of(arc.edges()));
    }

    static String words(ScopeMatch match) {
        return switch (match) {
            case EXACT -> "seen in this disease";
            case GENERAL -> "held everywhere";
            case EXTRAPOLATED -> "seen in other tumours only";
            case NONE -> "not used";
        };
    }

    private List<MapView.Heading> headings() {
        List<MapView.Heading> headings = new ArrayList<>();
        for (int column = drugs.isEmpty() ? 1 : 0; column < MapPlaces.COLUMNS.size(); column++) {
            headings.add(new MapView.Heading(MapPlaces.COLUMNS.get(column), places.headingX(column)));
        }
        return headings;
    }

    private List<MapView.Node> nodes() {
        List<MapView.Node> nodes = new ArrayList<>();
        places.all()
                .forEach((id, place) -> nodes.add(new MapView.Node(
                        id,
                        label(id),
                        place.left(),
                        place.y() - MapPlaces.NODE_HEIGHT / 2,
                        NodeState.of(id, tumourCase.state()),
                        tracedNodes.contains(id),
                        drugs.contains(id))));
        return nodes;
    }

    private String label(String id) {
        String name = drugs.contains(id) ? knowledge.drug(id).name() : MapLine.shortened(id);
        return name.length() <= 13 ? name : name.substring(0, 12) + "…";
    }

    private String description() {
        long measured = places.all().keySet().stream()
                .filter(id -> NodeState.of(id, tumourCase.state()).measured())
                .count();
        String drawn = "Network from signals at the left to ferroptosis at the right; " + measured + " of "
                + places.all().size() + " nodes are measured in this case.";
        long towards = traces.stream()
                .filter(trace -> trace.direction().equals("promoting"))
                .count();
        return drugs.isEmpty()
                ? drawn
                : drawn + " Traced paths: " + towards + " promoting and " + (traces.size() - towards)
                        + " inhibiting ferroptosis.";
    }

    private List<MapView.Conflict> conflicts() {
        Map<String, MapView.Conflict> conflicts = new TreeMap<>();
        for (Arc arc : graph.arcs()) {
            boolean opposed = graph.from(arc.from()).stream()
                    .anyMatch(other -> other.to().equals(arc.to()) && other.sign() != arc.sign());
            if (opposed && places.has(arc.from()) && places.has(arc.to())) {
                MapPlaces.Place from = places.of(arc.from());
                MapPlaces.Place to = places.of(arc.to());
                String text = arc.from() + " and " + arc.to() + ": recorded as raising and as lowering";
                conflicts.put(text, new MapView.Conflict(text, (from.x() + to.x()) / 2, (from.y() + to.y()) / 2));
            }
        }
        return List.copyOf(conflicts.values());
    }
}
