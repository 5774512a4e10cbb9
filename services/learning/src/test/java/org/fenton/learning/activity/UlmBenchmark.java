package org.fenton.learning.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ActivityTable;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.MeasuredNetwork;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkEdge;
import org.fenton.core.pathway.Scale;
import org.fenton.core.pathway.Ulm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** One profile's activities with a network of CollecTRI's size: 18,000 genes, 1,186 sources, 43,178 edges. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class UlmBenchmark {
    private static final int GENES = 18_000;
    private static final int SOURCES = 1_186;
    private static final int EDGES = 43_178;

    private ExpressionMatrix profile;
    private Network network;
    private MeasuredNetwork measured;

    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        List<GeneSymbol> genes =
                IntStream.range(0, GENES).mapToObj(i -> new GeneSymbol("G" + i)).toList();
        double[] values = new double[GENES];
        Arrays.setAll(values, g -> random.nextGaussian());
        profile = new ExpressionMatrix(Scale.ZSCORE, genes, List.of("P"), new double[][] {values});
        List<NetworkEdge> edges = new ArrayList<>(EDGES);
        for (int e = 0; e < EDGES; e++) {
            // Stepping by a number coprime to the genes never gives a source the same target twice.
            GeneSymbol target = genes.get((int) (e * 7_919L % GENES));
            edges.add(NetworkEdge.of("S" + e % SOURCES, target, random.nextBoolean() ? 1 : -1));
        }
        network = new Network("collectri-sized", edges);
        measured = new MeasuredNetwork(network, genes, 5);
    }

    @Benchmark
    public ActivityTable matchedGenes() {
        return new Ulm().infer(profile, measured);
    }

    @Benchmark
    public ActivityTable matchingIncluded() {
        return new Ulm().infer(profile, network, 5);
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(UlmBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
