package org.fenton.rescoring.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fenton.documents.CanonicalJson;
import org.fenton.rescoring.RescoreCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a case costs. Counted is processor time of the processes, which a busy machine changes less than the clock; growth needs the clock. */
@Command(
        name = "fenton bench rescore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures re-scoring on synthetic cases, labelled as such and made from real ones. Every run is a cold JVM,"
                    + " from the files to the commit: one of a quarter of the cases and one of all.",
            "The last line is one JSON object. Research use only."
        },
        footer =
                "Exit code 0: measured; as many executors ranked as were asked for and gave the same output. 1: not. 2: an"
                        + " input is missing. The defaults take about twenty minutes and a gigabyte of temporary files.")
public final class BenchCommand implements Callable<Integer> {
    private static final long MILLION = 1_000_000;
    private static final int EXECUTORS = 100;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cases",
            defaultValue = "10000",
            description =
                    "Cases with reported activities (${DEFAULT-VALUE}); with few of them the start is most of it.")
    private int cases;

    @Option(
            names = "--profiles",
            paramLabel = "N",
            description = "Cases with whole profiles; 0 is none (a fifth of --cases).")
    private int profiles = -1;

    @Option(
            names = "--executors",
            defaultValue = "true",
            negatable = true,
            fallbackValue = "true",
            description = "Also one and two executor processes (local-cluster), few and many cases each.")
    private boolean executors;

    @Mixin
    private TrialOptions options;

    private final ObjectNode report = JsonNodeFactory.instance.objectNode();
    private PrintWriter out;

    public static void main(String[] args) {
        System.exit(RescoreCommand.commandLine(new BenchCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        out = spec.commandLine().getOut();
        Path scratch = Files.createTempDirectory("fenton-bench-rescore");
        say(
                "load average before: %s; processors %d",
                load(), Runtime.getRuntime().availableProcessors());
        report.put("loadBefore", load()).put("processors", Runtime.getRuntime().availableProcessors());
        say(
                "scoring = infer, predict, rank, explain, write the answer's text; tasks besides = read, hash, write the table,"
                        + " pack; commit = sort, check, copy, write Parquet; rest = start of JVM and Spark, load release and bundle,"
                        + " compile, collect garbage");
        say("not scoring = 1 - scoring / all processor time of the run");
        boolean measured = true;
        for (SyntheticCohort.Kind kind : SyntheticCohort.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            int asked = kind == SyntheticCohort.Kind.REPORTED ? cases : profiles >= 0 ? profiles : cases / 5;
            if (asked == 0) {
                continue;
            }
            Path cohort = options.write(kind, asked, scratch.resolve(name + ".ndjson"));
            Path some = options.write(kind, Math.max(1, asked / 4), scratch.resolve(name + "-few.ndjson"));
            Measured few = one(some);
            Measured one = one(cohort);
            tell(name, one);
            Steady steady = Steady.between(few, one);
            tell(few, one, steady);
            ObjectNode found = one.json();
            found.set("steady", steady.json());
            report.set(name, found);
            if (executors) {
                Growth growth = new Growth(on(1, some), on(1, cohort), on(2, some), on(2, cohort));
                growth.lines().forEach(line -> say("%s", line));
                List<String> faults = growth.faults(few.outputHash(), one.outputHash());
                faults.forEach(fault -> say("  NOT MEASURED: %s", fault));
                growth.put(found);
                measured &= faults.isEmpty();
            }
            project(one, steady, found);
            Aims.of(kind, found).forEach(aim -> say("%s", aim));
        }
        say("load average after: %s%s", load(), measured ? "" : "; files in " + scratch);
        report.put("loadAfter", load());
        out.println(CanonicalJson.write(report));
        out.flush();
        if (measured) {
            delete(scratch);
        }
        return measured ? 0 : 1;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Measured one(Path cohort) throws IOException, InterruptedException {
        Path folder = cohort.resolveSibling(cohort.getFileName() + "-out");
        return Measured.of(folder, options.arguments(cohort, folder, "--master=local[1]"));
    }

    /** What one more case costs beside what a process costs, which with few cases is most of it. */
    private void tell(Measured few, Measured many, Steady steady) {
        say(
                "  steady, from the slope between %d and %d cases: %.4f core-seconds a case, %.0f %% not scoring; scoring"
                        + " %.4f, tasks besides %.4f, commit %.4f, rest %.4f; a process costs %.1f s before its first case",
                few.cases(),
                many.cases(),
                steady.perCase(),
                100 * steady.shareNotScoring(),
                steady.scoring(),
                steady.besides(),
                steady.commit(),
                steady.rest(),
                steady.start());
    }

    private void tell(String name, Measured run) {
        say("");
        say(
                "%s: %d cases, %.4f core-seconds a case, %.0f %% not scoring, %.0f candidates a core-second, peak %d MB"
                        + " (VmHWM, driver and executor in one)",
                name,
                run.cases(),
                run.perCase(),
                100 * run.shareNotScoring(),
                run.candidatesPerCoreSecond(),
                run.peakMegabytes());
        say(
                "  core-seconds a case: scoring %.4f, tasks besides %.4f, commit %.4f, rest %.4f (%.1f s in all, once a"
                        + " process)",
                run.scoring() / run.cases(),
                run.besides() / run.cases(),
                run.commit() / run.cases(),
                run.rest() / run.cases(),
                run.rest());
    }

    /** So many real executor processes of one core each; both kinds rank the same parts. */
    private Measured on(int executors, Path cohort) throws IOException, InterruptedException {
        Path folder = cohort.resolveSibling(cohort.getFileName() + "-" + executors);
        String part = "--part-size=" + Math.max(1, Math.min(8 << 20, Files.size(cohort) / 16 + 1));
        return Measured.of(
                folder, options.arguments(cohort, folder, "--master=local-cluster[" + executors + ",1,1024]", part));
    }

    /** Twice: with the start counted anew every so many cases, which is too much, and with one start an executor. */
    private void project(Measured run, Steady steady, ObjectNode found) {
        double whole = MILLION * run.perCase() / EXECUTORS / 3600;
        double once = steady.hours(MILLION, EXECUTORS);
        say(
                "  projection, if executors grow evenly: %d cases x %.4f core-seconds / %d executors of one core / 3600 ="
                        + " %.2f h with a start every %d cases; (%d x %.4f / %d + %.1f s) / 3600 = %.2f h with one start each",
                MILLION,
                run.perCase(),
                EXECUTORS,
                whole,
                run.cases(),
                MILLION,
                steady.perCase(),
                EXECUTORS,
                steady.start(),
                once);
        found.put("projectedHours", whole).put("projectedHoursOneStart", once);
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void say(String text, Object... values) {
        out.println(String.format(Locale.ROOT, text, values));
        out.flush();
    }
}
