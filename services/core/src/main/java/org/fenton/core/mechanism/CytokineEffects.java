package org.fenton.core.mechanism;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.Edge;
import org.fenton.core.knowledge.Knowledge;

/**
 * What a cytokine is recorded to do is assigned to whatever carries its signal: the kinases that an edge of the catalog
 * (of any scope) leads to, and the other parts of a complex that it belongs to, its receptor chains. The assigned steps
 * are inferred and marked so; they keep the cytokine's rows, studies and scopes.
 */
final class CytokineEffects {
    private final Knowledge knowledge;
    private final CaseScopes scopes;
    private final ArcCollector collector;
    private final Map<Cytokine, Set<String>> kinases = new TreeMap<>();
    private final Map<Cytokine, Set<String>> receptors = new TreeMap<>();

    CytokineEffects(Knowledge knowledge, CaseScopes scopes, ArcCollector collector) {
        this.knowledge = knowledge;
        this.scopes = scopes;
        this.collector = collector;
        for (Edge edge : knowledge.edges()) {
            if (edge.sign() == Edge.Sign.PLUS) {
                edge.from().forEach(from -> Cytokine.of(from).ifPresent(cytokine -> edge.to().stream()
                        .filter(Cytokine::isKinase)
                        .forEach(kinase -> kinases.computeIfAbsent(cytokine, c -> new TreeSet<>())
                                .add(kinase))));
            }
        }
        knowledge.complexMembers().values().forEach(this::addReceptors);
    }

    private void addReceptors(Set<String> members) {
        for (String member : members) {
            Cytokine.of(member).ifPresent(cytokine -> members.stream()
                    .filter(other -> Cytokine.of(other).isEmpty())
                    .forEach(chain -> receptors
                            .computeIfAbsent(cytokine, c -> new TreeSet<>())
                            .add(chain)));
        }
    }

    void assign() {
        for (Edge edge : knowledge.edges()) {
            ScopeMatch match = scopes.match(edge.scopes(), knowledge);
            if (match != ScopeMatch.NONE && edge.sign() != Edge.Sign.UNKNOWN) {
                ArcCollector.Row row = new ArcCollector.Row(edge.id(), edge.studies());
                for (String from : edge.from()) {
                    edge.to()
                            .forEach(to ->
                                    assign(from, new Effect(to, edge.sign().value(), match), row));
                }
            }
        }
        for (DiseaseContext context : scopes.contexts(knowledge)) {
            ArcCollector.Row row = new ArcCollector.Row(context.id(), context.studies());
            for (DiseaseContext.Arm arm : context.arms()) {
                MechanismGraph.signs(arm.effect())
                        .forEach(sign -> assign(
                                arm.node(), new Effect(MechanismGraph.FERROPTOSIS, sign, ScopeMatch.EXACT), row));
            }
        }
    }

    private record Effect(String to, int sign, ScopeMatch match) {}

    private void assign(String from, Effect effect, ArcCollector.Row row) {
        Cytokine.of(from).ifPresent(cytokine -> {
            // What a kinase does to a STAT stands in the graph; a receptor has no edges of its own.
            boolean signalling = Cytokine.isKinase(effect.to) || Cytokine.isFactor(effect.to);
            if (!signalling) {
                add(kinases.getOrDefault(cytokine, Set.of()), cytokine, effect, row);
            }
            add(receptors.getOrDefault(cytokine, Set.of()), cytokine, effect, row);
        });
    }

    private void add(Set<String> carriers, Cytokine cytokine, Effect effect, ArcCollector.Row row) {
        for (String carrier : carriers) {
            collector.add(
                    new ArcCollector.Step(carrier, effect.to, effect.sign, Arc.Origin.MEDIATED, cytokine.factor()),
                    effect.match,
                    row);
        }
    }

    /** The factors that read a node's signal: of a cytokine, or of a complex that holds cytokines. */
    static Set<String> factorsOf(String node, Knowledge knowledge) {
        Set<String> factors = new TreeSet<>();
        Cytokine.of(node).ifPresent(cytokine -> factors.add(cytokine.factor()));
        for (String member : knowledge.complexMembers().getOrDefault(node, Set.of())) {
            Cytokine.of(member).ifPresent(cytokine -> factors.add(cytokine.factor()));
        }
        return factors;
    }
}
