package org.fenton.learning.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.fenton.documents.CanonicalJson;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.training.FittedModel;
import org.fenton.learning.training.ScoringModel;
import org.jspecify.annotations.Nullable;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times the serving path beside XGBoost's own prediction and Tribuo's loop, on the same trees and rows, in one run. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description =
                "Rows a second and 2,500 candidates of one case, beside XGBoost's native prediction and Tribuo's loop.")
public final class BenchScore implements Callable<Integer> {
    private static final String SEED_DRUGS = "services/catalog/src/main/resources/seed/drugs.tsv";
    private static final double AIM_RATIO = 1.0;
    private static final double AIM_MILLISECONDS = 10;
    private static final double AIM_DIFFERENCE = 1e-6;

    /** What is measured. */
    enum Shape {
        /** A bundle's own heads. */
        bundle,
        /** 1,200 features, 300 trees of depth 7 learned from invented labels. */
        issue
    }

    @Option(
            names = "--shape",
            defaultValue = "bundle",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Shape shape = Shape.bundle;

    @Option(names = "--bundle", paramLabel = "DIR", description = "Default: FENTON_BUNDLE, else bundles/zip-1.")
    private @Nullable Path bundle;

    @Option(names = "--drugs", paramLabel = "TSV", description = "Columns name and smiles; default the catalog's seed.")
    private @Nullable Path drugs;

    @Option(names = "--rows", defaultValue = "10000", description = "Default ${DEFAULT-VALUE}.")
    private int rows = 10_000;

    @Option(names = "--candidates", defaultValue = "2500", description = "Default ${DEFAULT-VALUE}.")
    private int candidates = 2500;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the invented rows; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, BundleException, XGBoostError {
        if (rows < 1 || candidates < 1) {
            throw new IllegalArgumentException("--rows and --candidates are at least 1");
        }
        ManagementFactory.getMemoryPoolMXBeans().forEach(java.lang.management.MemoryPoolMXBean::resetPeakUsage);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("bench", "score");
        figures.put("shape", shape.name());
        figures.put("aimRatioToNative", AIM_RATIO);
        figures.put("aimMillisecondsACase", AIM_MILLISECONDS);
        figures.put("aimDifferenceToTribuo", AIM_DIFFERENCE);
        switch (shape) {
            case bundle -> ofBundle(figures);
            case issue -> ofIssue(figures);
        }
        figures.put("peakHeapMegabytes", peakHeapMegabytes());
        peakResidentMegabytes().ifPresent(peak -> figures.put("peakResidentMegabytes", peak));
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        print(print, figures);
        print.println(CanonicalJson.write(figures));
        print.flush();
        return 0;
    }

    private void ofBundle(ObjectNode figures) throws IOException, BundleException, XGBoostError {
        Path directory = Optional.ofNullable(bundle)
                .or(() -> Optional.ofNullable(System.getenv("FENTON_BUNDLE")).map(Path::of))
                .orElse(home().resolve("bundles/zip-1"));
        ModelBundle loaded = ModelBundle.load(directory);
        figures.put("bundle", loaded.id());
        ObjectNode heads = figures.putObject("heads");
        for (ScoringHead head : ScoringHead.of(loaded)) {
            Model<Label> tribuo = Model.deserializeFromFile(directory.resolve(head.tribuoFile()))
                    .castModel(Label.class);
            heads.set(head.id(), throughput(head.schema(), head.model(), tribuo));
        }
        Path table = Optional.ofNullable(drugs).orElse(home().resolve(SEED_DRUGS));
        figures.set("oneCase", OneCase.throughPredictor(loaded, table, candidates));
    }

    private void ofIssue(ObjectNode figures) throws XGBoostError {
        FeatureSchema schema = IssueShape.schema();
        FittedModel model = IssueShape.train(schema, seed);
        figures.putObject("heads").set("issue", throughput(schema, model.scoring(), model.tribuo()));
        double[][] cases = BenchRows.of(schema, 20, seed + 1);
        figures.set("oneCase", OneCase.ofShape(model.scoring(), cases, candidates, seed));
    }

    private ObjectNode throughput(FeatureSchema schema, ScoringModel model, Model<Label> tribuo) throws XGBoostError {
        double[][] vectors = BenchRows.of(schema, rows, seed);
        ObjectNode measured = new Throughput(model, new Peers(tribuo, schema.names()), vectors).measure();
        measured.put("features", schema.size());
        return measured;
    }

    private static Path home() {
        return Path.of(Optional.ofNullable(System.getenv("FENTON_HOME")).orElse("."));
    }

    private void print(PrintWriter print, ObjectNode figures) {
        figures.path("heads").fields().forEachRemaining(head -> {
            JsonNode f = head.getValue();
            say(
                    print,
                    "head %s: %d features, %d rows; rows a second of processor time, one thread",
                    head.getKey(),
                    f.path("features").asInt(),
                    rows);
            say(
                    print,
                    "  serving path      %,.0f rows/s in a batch, %,.0f one by one",
                    f.path("rowsPerSecond").asDouble(),
                    f.path("rowsPerSecondOneByOne").asDouble());
            if (f.has("nativeRowsPerSecond")) {
                say(
                        print,
                        "  XGBoost native    %,.0f rows/s on a ready matrix: ratio %.2f (aim %.1f); %,.0f with its matrix: ratio %.2f",
                        f.path("nativeRowsPerSecond").asDouble(),
                        f.path("ratioToNative").asDouble(),
                        AIM_RATIO,
                        f.path("nativeRowsPerSecondWithMatrix").asDouble(),
                        f.path("ratioToNativeWithMatrix").asDouble());
            }
            say(
                    print,
                    "  Tribuo's loop     %,.0f rows/s: ratio %.0f",
                    f.path("tribuoRowsPerSecond").asDouble(),
                    f.path("ratioToTribuo").asDouble());
            say(
                    print,
                    "  largest difference to Tribuo %.1e (aim %.0e)",
                    f.path("largestDifferenceToTribuo").asDouble(),
                    AIM_DIFFERENCE);
        });
        JsonNode one = figures.path("oneCase");
        say(
                print,
                "%d candidates of one case, warm: p50 %.1f ms, p99 %.1f ms on the clock; %.1f and %.1f of processor time (aim %.0f ms)",
                one.path("candidates").asInt(),
                one.path("p50Milliseconds").asDouble(),
                one.path("p99Milliseconds").asDouble(),
                one.path("processorP50Milliseconds").asDouble(),
                one.path("processorP99Milliseconds").asDouble(),
                AIM_MILLISECONDS);
        if (one.has("firstCaseProcessorP50Milliseconds")) {
            say(
                    print,
                    "  the first case of candidates not met before %.1f ms, every row walked by itself %.1f ms",
                    one.path("firstCaseProcessorP50Milliseconds").asDouble(),
                    one.path("generalProcessorP50Milliseconds").asDouble());
        }
        say(
                print,
                "peak heap %.0f MB, peak resident %.0f MB, native parts and peers included",
                figures.path("peakHeapMegabytes").asDouble(),
                figures.path("peakResidentMegabytes").asDouble());
    }

    private static void say(PrintWriter print, String format, Object... values) {
        print.printf(Locale.ROOT, format + "%n", values);
    }

    private static double peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }

    /** What Linux calls VmHWM; unknown elsewhere. */
    private static Optional<Double> peakResidentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
                .findFirst();
    }
}
