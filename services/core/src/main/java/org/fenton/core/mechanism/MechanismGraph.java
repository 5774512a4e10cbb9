package org.fenton.core.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.Edge;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.tumour.Goal;

/**
 * The signed graph of one case: the catalog's edges that hold in its scopes, the arms of its disease contexts, the steps
 * from a gene to the complexes it is part of, and a cytokine's effects at whatever carries its signal
 * ({@link CytokineEffects}).
 *
 * <p>Parallel rows between the same two nodes with the same sign are one {@link Arc} ({@link ArcCollector}). Rows without
 * a sign are left out. The support of an arc with <i>n</i> distinct studies is <i>n</i>/(<i>n</i>+¼) where it was seen in
 * this disease, 0.8 where it holds everywhere, and ½·<i>n</i>/(<i>n</i>+1) where it was seen in other tumours only; rows
 * without a study count as one, and so does an arm that a context names. These three constants order the matches; they
 * are policy, not measurement.
 */
public final class MechanismGraph {
    public static final String FERROPTOSIS = Goal.FERROPTOSIS;

    private final TreeMap<String, List<Arc>> outgoing = new TreeMap<>();

    private MechanismGraph() {}

    public static MechanismGraph of(Knowledge knowledge, CaseScopes scopes) {
        ArcCollector collector = new ArcCollector();
        for (Edge edge : knowledge.edges()) {
            ScopeMatch match = scopes.match(edge.scopes(), knowledge);
            if (edge.sign() != Edge.Sign.UNKNOWN && match != ScopeMatch.NONE) {
                addEdge(edge, match, collector);
            }
        }
        scopes.contexts(knowledge).forEach(context -> addArms(context, collector));
        new CytokineEffects(knowledge, scopes, collector).assign();
        knowledge
                .complexMembers()
                .forEach((complex, members) -> members.forEach(member -> collector.add(
                        new ArcCollector.Step(member, complex, 1, Arc.Origin.MEMBER),
                        ScopeMatch.GENERAL,
                        new ArcCollector.Row(complex, List.of()))));
        MechanismGraph graph = new MechanismGraph();
        collector.arcs().forEach(arc -> graph.outgoing
                .computeIfAbsent(arc.from(), from -> new ArrayList<>())
                .add(arc));
        return graph;
    }

    /** Arcs that leave a node, in order of target, then sign. */
    public List<Arc> from(String node) {
        return outgoing.getOrDefault(node, List.of());
    }

    public Set<String> nodes() {
        Set<String> nodes = new TreeSet<>(outgoing.keySet());
        outgoing.values().forEach(arcs -> arcs.forEach(arc -> nodes.add(arc.to())));
        return nodes;
    }

    public List<Arc> arcs() {
        return outgoing.values().stream().flatMap(List::stream).toList();
    }

    private static void addEdge(Edge edge, ScopeMatch match, ArcCollector collector) {
        ArcCollector.Row row = new ArcCollector.Row(edge.id(), edge.studies());
        boolean namesFactor = edge.from().stream().anyMatch(Cytokine::isFactor);
        for (String from : edge.from()) {
            // A row that names a kinase with its STAT stands for the chain: the step leaves the STAT.
            if (namesFactor && Cytokine.isKinase(from)) {
                continue;
            }
            for (String to : edge.to()) {
                collector.add(new ArcCollector.Step(from, to, edge.sign().value(), Arc.Origin.RECORDED), match, row);
            }
        }
    }

    private static void addArms(DiseaseContext context, ArcCollector collector) {
        ArcCollector.Row row = new ArcCollector.Row(context.id(), context.studies());
        for (DiseaseContext.Arm arm : context.arms()) {
            signs(arm.effect())
                    .forEach(sign -> collector.add(
                            new ArcCollector.Step(arm.node(), FERROPTOSIS, sign, Arc.Origin.CONTEXT),
                            ScopeMatch.EXACT,
                            row));
        }
    }

    /** The signs on ferroptosis that an arm stands for: one, both where the literature disagrees, none when unknown. */
    static List<Integer> signs(DiseaseContext.ArmEffect effect) {
        return switch (effect) {
            case PROMOTES -> List.of(1);
            case SUPPRESSES -> List.of(-1);
            case CONFLICT -> List.of(1, -1);
            case UNKNOWN -> List.of();
        };
    }
}
