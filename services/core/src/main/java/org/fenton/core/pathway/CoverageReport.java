package org.fenton.core.pathway;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fenton.core.id.GeneSymbol;

/**
 * How much of a network a list of genes measures.
 *
 * @param network the network's name
 * @param genesMeasured genes given
 * @param genesInNetwork those of them that are a target of some source
 * @param targetsInNetwork distinct targets of the whole network
 * @param sources one entry a source, sorted by name, kept or not
 */
public record CoverageReport(
        String network, int genesMeasured, int genesInNetwork, int targetsInNetwork, List<SourceCoverage> sources) {
    public CoverageReport {
        sources = List.copyOf(sources);
    }

    /**
     * @param kept whether the source has the smallest number of measured targets asked for, and so a score
     */
    public record SourceCoverage(String source, int measured, int total, boolean kept) {
        /** Share of the source's targets that were measured, in [0, 1]. */
        public double fraction() {
            return (double) measured / total;
        }
    }

    public static CoverageReport of(Network network, List<GeneSymbol> genes, int minSize) {
        Set<GeneSymbol> given = new HashSet<>(genes);
        Set<GeneSymbol> targets = new HashSet<>();
        List<SourceCoverage> sources = new ArrayList<>();
        for (String source : network.sources()) {
            List<NetworkEdge> edges = network.targetsOf(source);
            int measured = 0;
            for (NetworkEdge edge : edges) {
                targets.add(edge.target());
                measured += given.contains(edge.target()) ? 1 : 0;
            }
            sources.add(new SourceCoverage(source, measured, edges.size(), measured > 0 && measured >= minSize));
        }
        int inNetwork = (int) given.stream().filter(targets::contains).count();
        return new CoverageReport(network.name(), given.size(), inNetwork, targets.size(), sources);
    }

    public long sourcesKept() {
        return sources.stream().filter(SourceCoverage::kept).count();
    }
}
