package org.fenton.core.mechanism;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.Edge;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.core.knowledge.Knowledge;

/**
 * The signed graph of one case: the catalog's edges that hold in its scopes, the arms of its disease contexts, and the
 * steps from a gene to the complexes it is part of.
 *
 * <p>Parallel rows between the same two nodes with the same sign are one {@link Arc}: their distinct studies are united,
 * so that a paper listed twice adds nothing. Rows without a sign are left out. The support of an arc with <i>n</i>
 * distinct studies is <i>n</i>/(<i>n</i>+¼) where it was seen in this disease, 0.8 where it holds everywhere, and
 * ½·<i>n</i>/(<i>n</i>+1) where it was seen in other tumours only; rows without a study count as one. These three
 * constants order the matches; they are policy, not measurement.
 */
public final class MechanismGraph {
    public static final String FERROPTOSIS = "ferroptosis";
    private static final Set<String> LIGANDS = Set.of("IFNG", "IL6");

    private final TreeMap<String, List<Arc>> outgoing = new TreeMap<>();

    private MechanismGraph() {}

    public static MechanismGraph of(Knowledge knowledge, CaseScopes scopes) {
        Collector collector = new Collector();
        for (Edge edge : knowledge.edges()) {
            ScopeMatch match = scopes.match(edge.scopes(), knowledge);
            if (edge.sign() != Edge.Sign.UNKNOWN && match != ScopeMatch.NONE) {
                for (String from : edge.from()) {
                    for (String to : edge.to()) {
                        collector.add(
                                new Step(from, to, edge.sign().value(), false),
                                match,
                                new Row(edge.id(), edge.studies(), edge.level()));
                    }
                }
            }
        }
        for (DiseaseContext context : knowledge.contexts()) {
            ScopeMatch match = scopes.match(Set.of(context.scope()), knowledge);
            if (match == ScopeMatch.EXACT) {
                addArms(context, collector);
            }
        }
        addMediated(knowledge, scopes, collector);
        knowledge
                .complexMembers()
                .forEach((complex, members) -> members.forEach(member -> collector.add(
                        new Step(member, complex, 1, false),
                        ScopeMatch.GENERAL,
                        new Row(complex, List.of(), EvidenceLevel.TEXTBOOK))));
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

    private static void addArms(DiseaseContext context, Collector collector) {
        Row row = new Row(context.id(), context.studies(), EvidenceLevel.DATABASE);
        for (DiseaseContext.Arm arm : context.arms()) {
            boolean both = arm.effect() == DiseaseContext.ArmEffect.CONFLICT;
            if (both || arm.effect() == DiseaseContext.ArmEffect.PROMOTES) {
                collector.add(new Step(arm.node(), FERROPTOSIS, 1, false), ScopeMatch.EXACT, row);
            }
            if (both || arm.effect() == DiseaseContext.ArmEffect.SUPPRESSES) {
                collector.add(new Step(arm.node(), FERROPTOSIS, -1, false), ScopeMatch.EXACT, row);
            }
        }
    }

    /** A kinase that carries a ligand's signal carries the ligand's recorded effects: IFNG acts through JAK1 and JAK2. */
    private static void addMediated(Knowledge knowledge, CaseScopes scopes, Collector collector) {
        for (Edge carrier : knowledge.edges()) {
            if (carrier.sign() != Edge.Sign.PLUS || carrier.from().stream().noneMatch(LIGANDS::contains)) {
                continue;
            }
            Set<String> kinases = new TreeSet<>(carrier.to());
            kinases.removeIf(node -> !node.startsWith("JAK") && !node.equals("TYK2"));
            for (Edge effect : knowledge.edges()) {
                ScopeMatch match = scopes.match(effect.scopes(), knowledge);
                boolean sameLigand = effect.from().stream().anyMatch(carrier.from()::contains);
                if (!sameLigand || match == ScopeMatch.NONE || effect.sign() == Edge.Sign.UNKNOWN) {
                    continue;
                }
                for (String to : effect.to()) {
                    if (!to.startsWith("JAK") && !to.startsWith("STAT")) {
                        Row row = new Row(effect.id(), effect.studies(), EvidenceLevel.INFERENCE);
                        kinases.forEach(kinase ->
                                collector.add(new Step(kinase, to, effect.sign().value(), true), match, row));
                    }
                }
            }
        }
    }

    private record Step(String from, String to, int sign, boolean mediated) {}

    private record Row(String id, List<String> studies, EvidenceLevel level) {}

    private static final class Collector {
        private static final Comparator<Step> ORDER = Comparator.comparing(Step::from)
                .thenComparing(Step::to)
                .thenComparing(Step::sign)
                .thenComparing(Step::mediated);
        private final Map<Step, Map<ScopeMatch, List<Row>>> rows = new TreeMap<>(ORDER);

        void add(Step step, ScopeMatch match, Row row) {
            if (!step.from.equals(step.to)) {
                rows.computeIfAbsent(step, s -> new TreeMap<>())
                        .computeIfAbsent(match, m -> new ArrayList<>())
                        .add(row);
            }
        }

        List<Arc> arcs() {
            List<Arc> arcs = new ArrayList<>();
            rows.forEach((step, byMatch) -> {
                Set<String> ids = new TreeSet<>();
                Set<String> studies = new TreeSet<>();
                double support = 0;
                ScopeMatch best = ScopeMatch.NONE;
                for (Map.Entry<ScopeMatch, List<Row>> entry : byMatch.entrySet()) {
                    Set<String> own = new TreeSet<>();
                    entry.getValue().forEach(row -> {
                        ids.add(row.id);
                        own.addAll(row.studies);
                    });
                    studies.addAll(own);
                    double candidate = support(entry.getKey(), Math.max(1, own.size()));
                    if (candidate > support) {
                        support = candidate;
                    }
                    best = entry.getKey().compareTo(best) < 0 ? entry.getKey() : best;
                }
                arcs.add(new Arc(step.from, step.to, step.sign, best, support, ids, studies, step.mediated));
            });
            return arcs;
        }

        private static double support(ScopeMatch match, int studies) {
            return switch (match) {
                case EXACT -> studies / (studies + 0.25);
                case GENERAL -> 0.8;
                case EXTRAPOLATED -> 0.5 * studies / (studies + 1.0);
                case NONE -> 0;
            };
        }
    }
}
