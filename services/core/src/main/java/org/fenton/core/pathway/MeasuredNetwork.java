package org.fenton.core.pathway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenton.core.id.GeneSymbol;

/**
 * The part of a network that a list of genes measures, as sparse columns over that list.
 *
 * <p>A source stays when at least {@code minSize} of its targets are measured (decoupleR's {@code minsize}, default 5); one without any never does.
 * Make it once for a gene list and use it for every profile on that list.
 */
public final class MeasuredNetwork {
    private final Network network;
    private final List<GeneSymbol> genes;
    private final int minSize;
    private final List<String> sources;
    private final int[][] geneIndex;
    private final double[][] weight;

    public MeasuredNetwork(Network network, List<GeneSymbol> genes, int minSize) {
        this(network, List.copyOf(genes), positions(genes), minSize);
    }

    private MeasuredNetwork(Network network, List<GeneSymbol> genes, Map<GeneSymbol, Integer> position, int minSize) {
        if (minSize < 0) {
            throw new IllegalArgumentException("minsize is 0 or more, not " + minSize);
        }
        this.network = network;
        this.genes = genes;
        this.minSize = minSize;
        List<String> kept = new ArrayList<>();
        List<int[]> indices = new ArrayList<>();
        List<double[]> weights = new ArrayList<>();
        for (String source : network.sources()) {
            List<NetworkEdge> edges = network.targetsOf(source);
            int[] index = new int[edges.size()];
            double[] weight = new double[edges.size()];
            int measured = 0;
            for (NetworkEdge edge : edges) {
                Integer gene = position.get(edge.target());
                if (gene != null) {
                    index[measured] = gene;
                    weight[measured++] = edge.weight();
                }
            }
            if (measured > 0 && measured >= minSize) {
                kept.add(source);
                indices.add(Arrays.copyOf(index, measured));
                weights.add(Arrays.copyOf(weight, measured));
            }
        }
        this.sources = List.copyOf(kept);
        this.geneIndex = indices.toArray(int[][]::new);
        this.weight = weights.toArray(double[][]::new);
    }

    /** The network measured on a matrix, whose own index of genes is used. */
    public static MeasuredNetwork on(ExpressionMatrix matrix, Network network, int minSize) {
        return new MeasuredNetwork(network, matrix.genes(), matrix.positions(), minSize);
    }

    private static Map<GeneSymbol, Integer> positions(List<GeneSymbol> genes) {
        Map<GeneSymbol, Integer> position = new HashMap<>(genes.size() * 2);
        for (int g = 0; g < genes.size(); g++) {
            position.put(genes.get(g), g);
        }
        return position;
    }

    public Network network() {
        return network;
    }

    public List<GeneSymbol> genes() {
        return genes;
    }

    public int minSize() {
        return minSize;
    }

    /** The sources kept, sorted. */
    public List<String> sources() {
        return sources;
    }

    /** How many targets of the kept source at {@code index} are measured. */
    public int size(int index) {
        return geneIndex[index].length;
    }

    /** Positions in {@link #genes()} of a kept source's measured targets, in target order; read only. */
    int[] geneIndex(int source) {
        return geneIndex[source];
    }

    /** Weights that go with {@link #geneIndex}; read only. */
    double[] weight(int source) {
        return weight[source];
    }
}
