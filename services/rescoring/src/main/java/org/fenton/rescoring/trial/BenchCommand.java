package org.fenton.rescoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.Json;
import org.fenton.rescoring.cohort.CohortException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a case costs. Counted is processor time of the whole process, which a busy machine hardly changes, not the clock. */
@Command(
        name = "fenton bench rescore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures re-scoring on synthetic cases, labelled as such and made from real ones; the last line is"
                        + " one JSON object. Research use only.")
public final class BenchCommand implements Callable<Integer> {
    private static final int WARM_UP = 20;
    private static final long MILLION = 1_000_000;
    private static final int EXECUTORS = 100;

    @Spec
    private CommandSpec spec;

    @Option(names = "--cases", defaultValue = "200", description = "Cases of each kind (${DEFAULT-VALUE}).")
    private int cases;

    @Option(names = "--release", required = true, paramLabel = "FILE|URL", description = "A release's lines.")
    private String release;

    @Option(names = "--bundle", required = true, paramLabel = "DIR", description = "Model bundle.")
    private Path bundle;

    @Option(names = "--example", paramLabel = "FILE", description = "Case with reported activities.")
    private Path example = home().resolve("deploy/local/examples/h1975-wz4002-resistant.json");

    @Option(
            names = "--tumours",
            paramLabel = "FILE",
            description = "log2 expression, genes in rows, tumours in columns.")
    private Path tumours = home().resolve("../shared/data/expression/TCGA-STAD-10_log2cpm.tsv");

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new BenchCommand());
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            command.getErr().println("fenton bench rescore: " + problem.getMessage());
            return problem instanceof CohortException ? RescoreCommand.INPUT : RescoreCommand.MACHINE;
        });
        System.exit(line.execute(args));
    }

    private static Path home() {
        return Path.of(System.getProperty("fenton.home", System.getenv().getOrDefault("FENTON_HOME", ".")));
    }

    @Override
    public Integer call() throws IOException {
        for (Path needed : List.of(example, tumours)) {
            if (!Files.isReadable(needed)) {
                throw new CohortException("cannot read " + needed);
            }
        }
        Path scratch = Files.createTempDirectory("fenton-bench-rescore");
        PrintWriter out = spec.commandLine().getOut();
        out.println("load average before: " + loadAverage());
        SyntheticCohort cohort = new SyntheticCohort(example, tumours);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (SyntheticCohort.Kind kind : SyntheticCohort.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            measure(
                    cohort.write(kind, WARM_UP, scratch.resolve(name + "-warm-up.ndjson")),
                    scratch.resolve(name + "-w"));
            Path file = cohort.write(kind, cases, scratch.resolve(name + ".ndjson"));
            ObjectNode measured = measure(file, scratch.resolve(name));
            out.println(name + ": " + words(measured));
            root.set(name, measured);
        }
        out.println("peak memory of the process, driver and executor in one: " + peak() + " (VmHWM)");
        out.println("load average after: " + loadAverage() + "; files in " + scratch);
        root.put("peakResident", peak());
        out.println(CanonicalJson.write(root));
        out.flush();
        return 0;
    }

    /** One core, from the files to the committed result. */
    private ObjectNode measure(Path cohort, Path out) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        StringWriter said = new StringWriter();
        int code = RescoreCommand.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(
                        "--cohort=" + cohort,
                        "--out=" + out,
                        "--release=" + release,
                        "--bundle=" + bundle,
                        "--master=local[1]",
                        "--progress=none");
        double core = (system.getProcessCpuTime() - before) / 1e9;
        if (code != 0) {
            throw new IOException(said.toString().strip());
        }
        JsonNode run =
                Json.parse(Files.readAllLines(out.resolve("runs.ndjson")).get(0).getBytes(StandardCharsets.UTF_8));
        double scoring = run.path("scoringSeconds").asDouble();
        long rows = run.path("rows").asLong();
        ObjectNode measured = JsonNodeFactory.instance.objectNode();
        measured.put("cases", rows).put("wallSeconds", run.path("seconds").asDouble());
        measured.put("coreSecondsPerCase", core / rows);
        measured.put("scoringSecondsPerCase", scoring / rows);
        measured.put("shareNotScoring", 1 - scoring / core);
        measured.put("candidatesPerCoreSecond", run.path("candidates").asLong() / core);
        measured.put("projectedHours", MILLION * (core / rows) / EXECUTORS / 3600);
        return measured;
    }

    private static String words(ObjectNode of) {
        double perCase = of.path("coreSecondsPerCase").asDouble();
        return String.format(
                Locale.ROOT,
                "%d cases; %.4f core-seconds a case, of them %.4f scoring; %.0f %% not scoring; %.0f candidates a core-second;"
                        + " projection: 1000000 cases x %.4f s / %d executors of one core = %.2f h, if they scale evenly",
                of.path("cases").asInt(),
                perCase,
                of.path("scoringSecondsPerCase").asDouble(),
                100 * of.path("shareNotScoring").asDouble(),
                of.path("candidatesPerCoreSecond").asDouble(),
                perCase,
                EXECUTORS,
                of.path("projectedHours").asDouble());
    }

    private static String loadAverage() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.substring(6).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
