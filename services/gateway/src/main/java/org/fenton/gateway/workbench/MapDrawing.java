package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.Arc;
import org.fenton.core.mechanism.MechanismGraph;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.mechanism.ScopeMatch;
import org.fenton.core.tumour.TumourCase;

/** Draws the graph of a case, and the ways that drugs take through it. */
final class MapDrawing {
    private final Knowledge knowledge;
    private final TumourCase tumourCase;
    private final Propagation propagation;
    private final MechanismGraph graph;
    private final MapPlaces places;
    private final MapTraces traces;
    private final List<String> drugs;

    private MapDrawing(Knowledge knowledge, TumourCase tumourCase, List<String> drugs) {
        this.knowledge = knowledge;
        this.tumourCase = tumourCase;
        this.propagation = new Propagation(knowledge, tumourCase);
        this.graph = propagation.graph();
        this.places = new MapPlaces(drugs.isEmpty() ? 1 : 0);
        this.traces = new MapTraces(places);
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
        places.place(tumourCase.goal().process(), MapPlaces.COLUMNS.size() - 1);
        drugs.forEach(id -> traces.trace(knowledge.drug(id), propagation, tumourCase.goal()));
        List<MapView.Edge> edges = edges();
        return new MapView(
                places.width(), places.height(), headings(), nodes(), edges, description(), traces.all(), conflicts());
    }

    private List<MapView.Edge> edges() {
        List<MapView.Edge> edges = new ArrayList<>();
        List<Arc> arcs = new ArrayList<>(graph.arcs());
        traces.drugArcs().stream().filter(arc -> !arcs.contains(arc)).forEach(arcs::add);
        for (Arc arc : arcs) {
            boolean member =
                    arc.origin() == Arc.Origin.MEMBER && traces.directionOf(arc).isEmpty();
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
                traces.directionOf(arc),
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
                        traces.passes(id),
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
        String drawn = "Network from signals at the left to the outcome at the right; " + measured + " of "
                + places.all().size() + " nodes are measured in this case.";
        long towards = traces.all().stream()
                .filter(trace -> trace.direction().equals("promoting"))
                .count();
        return drugs.isEmpty()
                ? drawn
                : drawn + " Traced paths: " + towards + " promoting and "
                        + (traces.all().size() - towards) + " inhibiting "
                        + tumourCase.goal().process() + ".";
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
