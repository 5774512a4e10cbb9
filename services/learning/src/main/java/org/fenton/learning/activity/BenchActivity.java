package org.fenton.learning.activity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.MeasuredNetwork;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkEdge;
import org.fenton.core.pathway.NetworkReader;
import org.fenton.core.pathway.Scale;
import org.fenton.core.pathway.Ulm;
import org.fenton.documents.CanonicalJson;
import org.fenton.learning.files.TextFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times ulm over many profiles against one dense product of the same shape, on one core, in chunks. */
@Command(
        name = "activity",
        mixinStandardHelpOptions = true,
        description = "ulm of many profiles and all sources of a network, beside one dense product of the same shape.")
public final class BenchActivity implements Callable<Integer> {
    private static final int SINGLE_RUNS = 101;

    @Option(names = "--profiles", defaultValue = "1000", description = "Default ${DEFAULT-VALUE}.")
    private int profiles = 1000;

    @Option(names = "--genes", defaultValue = "18000", description = "Default ${DEFAULT-VALUE}.")
    private int genes = 18_000;

    @Option(
            names = "--chunk",
            defaultValue = "100",
            description = "Profiles in memory at once; default ${DEFAULT-VALUE}.")
    private int chunk = 100;

    @Option(names = "--network", defaultValue = "collectri", description = "collectri, progeny or a file.")
    private String network = "collectri";

    @Option(names = "--bundle", paramLabel = "DIR", description = "Model bundle with the named networks.")
    private @Nullable Path bundle;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec commandSpec = Objects.requireNonNull(spec);
        PrintWriter print = commandSpec.commandLine().getOut();
        try {
            ObjectNode figures = measure(load());
            print.printf(
                    Locale.ROOT,
                    "ulm, %d profiles x %d genes x %d sources, one core: %.3f s, peak heap %.0f MB%n"
                            + "%s of the same shape: %.3f s%nratio %.3f; one profile warm: %.2f ms%n",
                    profiles,
                    genes,
                    figures.get("sources").asInt(),
                    figures.get("ulmSeconds").asDouble(),
                    figures.get("ulmPeakHeapMegabytes").asDouble(),
                    figures.get("densePeer").asText(),
                    figures.get("denseSeconds").asDouble(),
                    figures.get("ratio").asDouble(),
                    figures.get("oneProfileMilliseconds").asDouble());
            print.println(CanonicalJson.write(figures));
            print.flush();
            return 0;
        } catch (IllegalArgumentException | IOException problem) {
            PrintWriter error = commandSpec.commandLine().getErr();
            error.println("fenton bench activity: " + problem.getMessage());
            error.flush();
            return 2;
        }
    }

    private Network load() throws IOException {
        if (Bundle.NETWORKS.contains(network)) {
            return Bundle.locate(Optional.ofNullable(bundle)).network(network);
        }
        try (Reader text = TextFiles.open(Path.of(network))) {
            return NetworkReader.read(Path.of(network).getFileName().toString(), text);
        }
    }

    private ObjectNode measure(Network edges) {
        if (profiles % chunk != 0 || chunk < 1) {
            throw new IllegalArgumentException("--profiles " + profiles + " is not a multiple of --chunk " + chunk);
        }
        List<GeneSymbol> symbols = symbols(edges);
        MeasuredNetwork measured = new MeasuredNetwork(edges, symbols, 1);
        Ulm ulm = new Ulm();
        ExpressionMatrix warmUp = matrix(symbols, 0);
        for (int i = 0; i < 3; i++) {
            ulm.infer(warmUp, measured);
        }
        resetPeaks();
        for (int from = 0; from < profiles; from += chunk) {
            ulm.infer(matrix(symbols, from), measured);
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("bench", "activity");
        figures.put("profiles", profiles);
        figures.put("genes", genes);
        figures.put("sources", measured.sources().size());
        figures.put("ulmPeakHeapMegabytes", peakHeapMegabytes());
        figures.put("oneProfileMilliseconds", oneProfileMilliseconds(edges, warmUp));
        sideBySide(figures, edges, measured);
        return figures;
    }

    /** Chunk by chunk in turn, so that another process on the machine slows both alike. */
    private void sideBySide(ObjectNode figures, Network edges, MeasuredNetwork measured) {
        List<GeneSymbol> symbols = measured.genes();
        double[][] weights = denseWeights(edges, measured, matrix(symbols, 0));
        double[] result = new double[weights.length * chunk];
        DenseProduct.Shape shape = new DenseProduct.Shape(weights.length, genes, chunk);
        Ulm ulm = new Ulm();
        try (DenseProduct product = DenseProduct.best(weights, shape)) {
            product.multiply(columns(matrix(symbols, 0)), result);
            long sparse = 0;
            long dense = 0;
            for (int from = 0; from < profiles; from += chunk) {
                ExpressionMatrix matrix = matrix(symbols, from);
                double[][] columns = columns(matrix);
                long start = System.nanoTime();
                ulm.infer(matrix, measured);
                long between = System.nanoTime();
                product.multiply(columns, result);
                dense += System.nanoTime() - between;
                sparse += between - start;
            }
            figures.put("ulmSeconds", sparse / 1e9);
            figures.put("densePeer", product.name());
            figures.put("denseSeconds", dense / 1e9);
            figures.put("ratio", (double) sparse / dense);
        }
    }

    private double[][] denseWeights(Network edges, MeasuredNetwork measured, ExpressionMatrix index) {
        double[][] weights = new double[measured.sources().size()][genes];
        for (int s = 0; s < weights.length; s++) {
            for (NetworkEdge edge : edges.targetsOf(measured.sources().get(s))) {
                weights[s][index.indexOf(edge.target()).orElseThrow()] = edge.weight();
            }
        }
        return weights;
    }

    /** The network's targets and as many further genes as asked for. */
    private List<GeneSymbol> symbols(Network edges) {
        TreeSet<GeneSymbol> symbols = new TreeSet<>();
        edges.edges().forEach(edge -> symbols.add(edge.target()));
        if (symbols.size() > genes) {
            throw new IllegalArgumentException(
                    "--genes " + genes + " is below the network's " + symbols.size() + " targets");
        }
        for (int i = 0; symbols.size() < genes; i++) {
            symbols.add(new GeneSymbol("UNTARGETED" + i));
        }
        return List.copyOf(symbols);
    }

    /** The chunk of profiles from number {@code from}; the same number is always the same profile. */
    private ExpressionMatrix matrix(List<GeneSymbol> symbols, int from) {
        double[][] values = new double[chunk][genes];
        for (int i = 0; i < chunk; i++) {
            SplittableRandom random = new SplittableRandom(from + i);
            Arrays.setAll(values[i], gene -> random.nextGaussian());
        }
        List<String> names =
                IntStream.range(from, from + chunk).mapToObj(i -> "P" + i).toList();
        return new ExpressionMatrix(Scale.ZSCORE, symbols, names, values);
    }

    /** Median of a profile's whole inference, the matching of genes to the network included. */
    private double oneProfileMilliseconds(Network edges, ExpressionMatrix matrix) {
        double[] milliseconds = new double[SINGLE_RUNS];
        for (int i = 0; i < SINGLE_RUNS; i++) {
            ExpressionMatrix one = matrix.profile(i % chunk).matrix();
            long start = System.nanoTime();
            new Ulm().infer(one, edges, 5);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds[SINGLE_RUNS / 2];
    }

    private static double[][] columns(ExpressionMatrix matrix) {
        return IntStream.range(0, matrix.conditions().size())
                .mapToObj(matrix::values)
                .toArray(double[][]::new);
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static double peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }
}
