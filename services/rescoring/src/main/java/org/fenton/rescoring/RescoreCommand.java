package org.fenton.rescoring;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.DocumentException;
import org.fenton.learning.bundle.BundleException;
import org.fenton.rescoring.cohort.CohortException;
import org.fenton.rescoring.cohort.CohortFiles;
import org.fenton.rescoring.cohort.CohortPart;
import org.fenton.rescoring.impact.ImpactReport;
import org.fenton.rescoring.score.ScoresNotWritten;
import org.fenton.rescoring.store.RunFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks every case of a cohort and commits one result. */
@Command(
        name = "fenton rescore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Ranks every case of a cohort with Spark; the gateway's very bytes. A run that was killed, or is"
                + " repeated, does only what is missing. Research use only.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all rows are ranked and committed",
            "1:the machine failed (output, Spark, memory); the same command goes on",
            "2:the input is wrong; nothing was committed",
            "3:committed, and some rows were set aside in failed.ndjson",
            "4:stopped early by --max-failed; nothing was committed",
            "5:committed, and not all scores were written to the catalog; the same command goes on",
            "130, 143:stopped by SIGINT or SIGTERM; the same command goes on"
        })
public final class RescoreCommand implements Callable<Integer> {
    static final int MACHINE = 1;
    static final int INPUT = 2;
    static final int SOME_FAILED = 3;
    static final int TOO_MANY_FAILED = 4;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cohort",
            required = true,
            paramLabel = "FILE|DIR",
            description = "Cases or Phenopackets v2: .ndjson or .jsonl (one a line, also .gz), .json (one a file),"
                    + " .parquet (column 'case'); a gene matrix .tsv or .csv (also .gz) with --samples; a folder of such"
                    + " files. May be given several times.")
    private List<Path> cohort;

    @Option(names = "--samples", paramLabel = "FILE", description = "Sample sheet of a gene matrix, TSV or CSV.")
    private Optional<Path> samples = Optional.empty();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Output folder, new or of an earlier run; the result is DIR/current.")
    private Path out;

    @Option(
            names = "--release",
            required = true,
            paramLabel = "FILE|URL",
            description = "A release's lines: a file, or the catalog's /v1/releases/{id}/lines.")
    private String release;

    @Option(names = "--bundle", required = true, paramLabel = "DIR", description = "Model bundle.")
    private Path bundle;

    @Option(names = "--policy", paramLabel = "FILE", description = "Ranking policy; without it the shipped one.")
    private Optional<Path> policy = Optional.empty();

    @Option(names = "--top", defaultValue = "20", description = "Candidates of each list (${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--max-failed",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Stop when more rows than this fail (${DEFAULT-VALUE}).")
    private long maxFailed;

    @Option(names = "--keep", description = "Rankings that this cohort does not name stay in the result.")
    private boolean keep;

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description = "An earlier result or output folder: what changed against it is written to impact in"
                    + " the output folder. The output folder itself is its result before, if it has one.")
    private Optional<Path> baseline = Optional.empty();

    @Option(names = "--master", defaultValue = "local[*]", description = "Spark master (${DEFAULT-VALUE}).")
    private String master;

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "A setting of Spark; several are allowed.")
    private Map<String, String> settings = new TreeMap<>();

    @Option(
            names = "--part-size",
            defaultValue = "8m",
            converter = Bytes.class,
            paramLabel = "SIZE",
            description = "About how much of an NDJSON file a task reads (${DEFAULT-VALUE}); changes no result.")
    private long partSize;

    @Option(
            names = "--max-line",
            defaultValue = "64m",
            converter = Bytes.class,
            paramLabel = "SIZE",
            description = "A longer line is set aside unread (${DEFAULT-VALUE}).")
    private long longestLine;

    @Option(names = "--progress", defaultValue = "AUTO", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Progress.Style progress;

    @Option(
            names = "--count-file",
            paramLabel = "FILE",
            description = "Appends a byte for each ranking made, also one that a kill loses: to audit the work done.")
    private Optional<Path> countFile = Optional.empty();

    @Mixin
    private ScoreOptions scores;

    private final StopSignal signal = new StopSignal();

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    public static CommandLine commandLine() {
        return commandLine(new RescoreCommand());
    }

    /** Errors end in one line; the exit code tells input from machine. */
    public static CommandLine commandLine(Object subject) {
        CommandLine line = new CommandLine(subject).setCaseInsensitiveEnumValuesAllowed(true);
        String name = line.getCommandName();
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            Throwable told = problem instanceof UncheckedIOException ? problem.getCause() : problem;
            int code = exitCode(told);
            boolean known = code != MACHINE || told instanceof IOException;
            command.getErr().println(name + ": " + (known ? told.getMessage() : told));
            return code;
        });
        return line;
    }

    private static int exitCode(Throwable problem) {
        boolean input = problem instanceof CohortException
                || problem instanceof IllegalArgumentException
                || problem instanceof DocumentException
                || problem instanceof BundleException;
        return problem instanceof RunStopped stopped ? stopped.exitCode() : input ? INPUT : MACHINE;
    }

    @Override
    public Integer call() throws IOException, BundleException, InterruptedException, RunStopped {
        CohortFiles files =
                new CohortFiles(cohort, samples, partSize, (int) Math.min(Integer.MAX_VALUE - 16, longestLine));
        List<CohortPart> parts = files.parts();
        Optional<Path> against = against();
        signal.listen();
        try (RunFolder folder = RunFolder.open(out.toAbsolutePath())) {
            CaseScorer.Sources sources = new CaseScorer.Sources(
                    ReleaseFile.of(release, folder.work()).toString(),
                    bundle.toAbsolutePath().toString(),
                    policy.map(file -> file.toAbsolutePath().toString()).orElse(""));
            PartTask.Plan plan = new PartTask.Plan(
                    sources,
                    CaseScorer.load(sources).context(top),
                    folder.segments().toString(),
                    folder.fresh("set-aside").toString(),
                    UUID.randomUUID().toString(),
                    maxFailed,
                    countFile.map(file -> file.toAbsolutePath().toString()).orElse(""));
            return run(folder, plan, parts, new Commit.Wishes(keep, against));
        }
    }

    private int run(RunFolder folder, PartTask.Plan plan, List<CohortPart> parts, Commit.Wishes wishes)
            throws IOException, InterruptedException, RunStopped {
        MetricsFile metrics = new MetricsFile(folder.out());
        int code = MACHINE;
        Optional<Committed> committed = Optional.empty();
        try {
            committed = Optional.of(commit(folder, plan, parts, wishes, metrics));
            code = finish(folder, committed.get());
            return code;
        } catch (IOException | RunStopped | RuntimeException problem) {
            code = exitCode(problem);
            throw problem;
        } finally {
            metrics.end(code, committed.isPresent());
        }
    }

    private Committed commit(
            RunFolder folder, PartTask.Plan plan, List<CohortPart> parts, Commit.Wishes wishes, MetricsFile metrics)
            throws IOException, InterruptedException, RunStopped {
        long started = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        try (JavaSparkContext spark = SparkStart.start(master, settings)) {
            long sparkUp = System.nanoTime();
            Committed committed = new CohortRun(spark, folder, plan, signal)
                    .run(parts, rows -> new Progress(err, progress, rows, metrics), wishes);
            metrics.done(committed.tally());
            long ended = System.nanoTime();
            record(folder, committed, (ended - started) / 1e9, (ended - sparkUp) / 1e9);
            PrintWriter print = spec.commandLine().getOut();
            print.println("output " + committed.outputHash() + ", " + committed.rankings() + " rankings");
            if (wishes.baseline().isPresent()) {
                print.println(impact(folder, wishes.baseline().get(), committed));
            }
            return committed;
        }
    }

    /** After Spark has gone: nobody holds executors while a catalog is waited for. */
    private int finish(RunFolder folder, Committed committed) throws IOException, InterruptedException {
        PrintWriter print = spec.commandLine().getOut();
        String words = committed.tally().words() + "; result in " + folder.out().resolve("current");
        int code = committed.tally().failed() == 0 ? CommandLine.ExitCode.OK : SOME_FAILED;
        try {
            scores.write(folder, committed, signal, print);
            print.println(words);
            return code;
        } catch (ScoresNotWritten reason) {
            spec.commandLine().getErr().println("fenton rescore: " + words + "; scores: " + reason.getMessage());
            return signal.stopped() ? signal.exitCode() : ScoreOptions.NOT_WRITTEN;
        } finally {
            print.flush();
        }
    }

    /** The first of a series of runs has nothing before it to be compared with. */
    private Optional<Path> against() throws IOException {
        boolean firstOfItsOwn = baseline.isPresent()
                && baseline.get()
                        .toAbsolutePath()
                        .normalize()
                        .equals(out.toAbsolutePath().normalize())
                && !Files.exists(out.resolve("current"));
        return baseline.isEmpty() || firstOfItsOwn
                ? Optional.empty()
                : Optional.of(ImpactReport.baseline(baseline.get()));
    }

    private static String impact(RunFolder folder, Path before, Committed committed) throws IOException {
        ImpactReport report = ImpactReport.of(before, committed.result());
        report.write(folder.fresh("impact"));
        return "impact: " + report.words() + "; in " + folder.publish("impact");
    }

    /** Each run that committed leaves a line. */
    private static void record(RunFolder folder, Committed committed, double seconds, double work) throws IOException {
        String line = CanonicalJson.write(committed
                .tally()
                .json()
                .put("ended", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("seconds", seconds)
                .put("workSeconds", work)
                .put("commitSeconds", committed.commitSeconds())
                .put("result", committed.result().getFileName().toString())
                .put("outputHash", committed.outputHash()));
        Files.writeString(
                folder.out().resolve("runs.ndjson"),
                line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
