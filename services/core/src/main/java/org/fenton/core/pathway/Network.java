package org.fenton.core.pathway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenton.core.id.GeneSymbol;

/**
 * A signed, weighted network from sources (pathways, transcription factors) to target genes.
 *
 * <p>Immutable. Sources are sorted by name and targets by symbol, whatever order the edges came in, so every sum over a
 * network has one order and one result.
 */
public final class Network {
    /** Strongest first: smallest p, then largest absolute weight, then symbol. */
    private static final Comparator<NetworkEdge> STRONGEST = Comparator.comparingDouble(Network::pOf)
            .thenComparing(edge -> -Math.abs(edge.weight()))
            .thenComparing(NetworkEdge::target);

    private final String name;
    private final SortedMap<String, List<NetworkEdge>> targets;

    /**
     * @param name what the network is called in reports, such as {@code collectri}
     * @throws IllegalArgumentException when there is no edge, or a source names a target twice
     */
    public Network(String name, List<NetworkEdge> edges) {
        if (edges.isEmpty()) {
            throw new IllegalArgumentException("network " + name + " has no edge");
        }
        this.name = name;
        SortedMap<String, List<NetworkEdge>> grouped = new TreeMap<>();
        for (NetworkEdge edge : edges) {
            grouped.computeIfAbsent(edge.source(), source -> new ArrayList<>()).add(edge);
        }
        grouped.replaceAll((source, list) -> sortedWithoutRepeat(list));
        this.targets = grouped;
    }

    private static List<NetworkEdge> sortedWithoutRepeat(List<NetworkEdge> edges) {
        Set<GeneSymbol> seen = new HashSet<>();
        for (NetworkEdge edge : edges) {
            if (!seen.add(edge.target())) {
                throw new IllegalArgumentException(
                        "edge " + edge.source() + " -> " + edge.target() + " is given twice");
            }
        }
        return edges.stream().sorted(Comparator.comparing(NetworkEdge::target)).toList();
    }

    public String name() {
        return name;
    }

    /** All sources, sorted. */
    public List<String> sources() {
        return List.copyOf(targets.keySet());
    }

    /** The edges of a source sorted by target; empty when the network does not know the source. */
    public List<NetworkEdge> targetsOf(String source) {
        return targets.getOrDefault(source, List.of());
    }

    /** All edges, by source and then target. */
    public List<NetworkEdge> edges() {
        return targets.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The network of each source's {@code count} edges of smallest p. Equal p values are decided by the larger absolute
     * weight, then by symbol. A source with fewer edges keeps them all.
     *
     * @throws IllegalArgumentException when {@code count} is not positive or an edge states no p value
     */
    public Network strongest(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("the number of targets to keep a source is at least 1, not " + count);
        }
        List<NetworkEdge> kept = new ArrayList<>();
        for (List<NetworkEdge> edges : targets.values()) {
            edges.forEach(Network::pOf);
            edges.stream().sorted(STRONGEST).limit(count).forEach(kept::add);
        }
        return new Network(name, kept);
    }

    /**
     * The network with targets under their current symbols, for use with a table read under
     * {@link SymbolPolicy#CURRENT}. A target keeps its previous symbol where the source has the current one too.
     */
    public Network withCurrentSymbols() {
        List<NetworkEdge> renamed = new ArrayList<>();
        for (List<NetworkEdge> edges : targets.values()) {
            Set<GeneSymbol> taken = new HashSet<>();
            edges.forEach(edge -> taken.add(edge.target()));
            for (NetworkEdge edge : edges) {
                GeneSymbol current = PreviousSymbols.currentOf(edge.target().value())
                        .map(GeneSymbol::new)
                        .filter(taken::add)
                        .orElse(edge.target());
                renamed.add(new NetworkEdge(edge.source(), current, edge.weight(), edge.pValue()));
            }
        }
        return new Network(name, renamed);
    }

    private static double pOf(NetworkEdge edge) {
        Double p = edge.pValue();
        if (p == null) {
            throw new IllegalArgumentException("edge " + edge.source() + " -> " + edge.target()
                    + " states no p value, so the strongest targets cannot be chosen; give a network with a column p");
        }
        return p;
    }
}
