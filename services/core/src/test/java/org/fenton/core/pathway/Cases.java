package org.fenton.core.pathway;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fenton.core.id.GeneSymbol;

/** Small random cases, the same for the same seed. */
final class Cases {
    static final List<ActivityMethod> ALL = List.of(
            new Ulm(),
            new Mlm(),
            new Wsum(),
            new Wmean(),
            new Viper(Viper.Pleiotropy.CORRECTED),
            new Viper(Viper.Pleiotropy.UNCORRECTED));

    private Cases() {}

    static List<GeneSymbol> genes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new GeneSymbol("G" + (1000 + i)))
                .toList();
    }

    static ExpressionMatrix matrix(long seed, int genes, int conditions) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[conditions][genes];
        for (double[] column : values) {
            Arrays.setAll(column, g -> 3 + 2 * random.nextGaussian());
        }
        List<String> names =
                IntStream.range(0, conditions).mapToObj(c -> "C" + c).toList();
        return new ExpressionMatrix(Scale.LOG2, genes(genes), names, values);
    }

    /** A network of {@code sources} regulons of {@code size} targets each among the first {@code genes} genes. */
    static Network network(long seed, int sources, int size, int genes) {
        SplittableRandom random = new SplittableRandom(seed);
        List<GeneSymbol> symbols = genes(genes);
        List<NetworkEdge> edges = new ArrayList<>();
        for (int s = 0; s < sources; s++) {
            boolean[] taken = new boolean[genes];
            for (int t = 0; t < size; t++) {
                int gene = random.nextInt(genes);
                while (taken[gene]) {
                    gene = random.nextInt(genes);
                }
                taken[gene] = true;
                edges.add(NetworkEdge.of("S" + (10 + s), symbols.get(gene), random.nextGaussian()));
            }
        }
        return new Network("random", edges);
    }

    static double weight(Network network, String source, GeneSymbol gene) {
        return network.targetsOf(source).stream()
                .filter(edge -> edge.target().equals(gene))
                .mapToDouble(NetworkEdge::weight)
                .findFirst()
                .orElse(0);
    }

    static ReadExpression read(String table, ReadOptions options) {
        try {
            return ExpressionReader.read("profile.tsv", new StringReader(table), options);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Network readNetwork(String table) {
        try {
            return NetworkReader.read("net.csv", new StringReader(table));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
