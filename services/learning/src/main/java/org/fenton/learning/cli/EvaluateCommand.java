package org.fenton.learning.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.evaluation.Evaluation;
import org.fenton.learning.evaluation.EvaluationReport;
import org.fenton.learning.evaluation.LeaveDrugEvaluation;
import org.fenton.learning.evaluation.Protocol;
import org.fenton.learning.evaluation.ProtocolReport;
import org.fenton.learning.evaluation.ProtocolTable;
import org.fenton.learning.files.Json;
import org.fenton.learning.interaction.GraphSlice;
import org.fenton.learning.interaction.Plan;
import org.fenton.learning.interaction.StackedLearner;
import org.fenton.learning.interaction.TraitSources;
import org.fenton.learning.training.LearningPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs an evaluation protocol, or all, and writes the figures of each as one JSON object. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Evaluates the model by a protocol beside its baselines and prints them as a table.",
        footer = {
            "Answers finished before an interrupt are kept in <out>.work and used again with --resume;",
            "same data, seed and settings give the same bytes either way. After a change of code begin without it."
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--protocol",
            required = true,
            description = "deepdds-random, deepdds-leave-combination, deepdds-leave-drug, deepdds-leave-tissue,"
                    + " oneil-deepsynergy-folds, drugcombdb-leave-drug, sanger-leave-pair, ctrp-leave-line,"
                    + " drugcombdb-to-sanger, or all of these; zip-leave-drug, what the shipped bundle's card shows.")
    private String protocol;

    @Option(
            names = "--data",
            required = true,
            description = "Directory with combinations/, cell-lines/, drugs/, networks/, sensitivity/.")
    private Path data;

    @Option(
            names = "--release",
            paramLabel = "FILE",
            description =
                    "Lines of a catalog release, whose signed graph gives features; fenton evaluate makes them from"
                            + " the shipped seeds. All protocols but zip-leave-drug need it.")
    private @Nullable Path release;

    @Option(names = "--out", required = true, description = "File for the figures; a directory with --protocol all.")
    private Path out;

    @Option(
            names = "--reliability",
            paramLabel = "FILE",
            description =
                    "With zip-leave-drug: also write predicted against observed, in bins of held-out rows. Beside a bundle"
                            + " as BUNDLE.reliability.json its model service shows them.")
    private @Nullable Path reliability;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of folds and trainers (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--resume", description = "Use the finished answers of an earlier call.")
    private boolean resume;

    @Option(
            names = "--threads",
            defaultValue = "2",
            description = "Folds and predictors learned at once (${DEFAULT-VALUE}); the figures are the same for any.")
    private int threads;

    @Override
    public Integer call() throws IOException {
        if (protocol.equals(LeaveDrugEvaluation.PROTOCOL)) {
            return shippedBundle();
        }
        if (reliability != null) {
            throw new ParameterException(
                    spec.commandLine(), "--reliability belongs to --protocol " + LeaveDrugEvaluation.PROTOCOL);
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is at least 1");
        }
        List<Protocol> asked = protocols();
        if (release == null) {
            throw new ParameterException(spec.commandLine(), "--release is needed: the lines of a catalog release");
        }
        GraphSlice graph = GraphSlice.of(release);
        DataFiles files = new DataFiles(data);
        for (Protocol each : asked) {
            Path file = protocol.equals(ALL) ? out.resolve(each.key() + ".json") : out;
            Path directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
            ProtocolReport report = new Evaluation(
                            files,
                            new Evaluation.Options(
                                    new StackedLearner(
                                            TraitSources.read(files, graph)::of,
                                            Plan.standard(),
                                            Plan.ofSingleAgents()),
                                    TraitSources.INPUTS,
                                    seed,
                                    directory.resolve(file.getFileName() + ".work"),
                                    resume,
                                    threads))
                    .run(each, bar::show);
            bar.end();
            write(file, Json.pretty(report));
            spec.commandLine().getOut().println(ProtocolTable.text(report));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private List<Protocol> protocols() {
        if (protocol.equals(ALL)) {
            return List.of(Protocol.values());
        }
        return List.of(Protocol.of(protocol)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "unknown protocol '" + protocol + "'; known: "
                                + Arrays.stream(Protocol.values())
                                        .map(Protocol::key)
                                        .collect(Collectors.joining(", "))
                                + ", " + ALL + ", " + LeaveDrugEvaluation.PROTOCOL)));
    }

    /** A report is whole or not there. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private int shippedBundle() throws IOException {
        Progress progress = new Progress(spec.commandLine().getErr());
        LeaveDrugEvaluation evaluation = evaluation(Workspace.open(data), seed, progress);
        EvaluationReport report = evaluation.run(FOLDS);
        write(out, Json.pretty(report));
        if (reliability != null) {
            write(reliability, Json.pretty(evaluation.reliability(report)));
        }
        Map<String, Object> figures = summary(report);
        figures.put("seconds", progress.seconds());
        spec.commandLine().getOut().println(Json.line(figures));
        return 0;
    }

    static final int FOLDS = 5;

    static LeaveDrugEvaluation evaluation(Workspace workspace, long seed, Progress progress) {
        progress.say("%d rows, %d drugs, %d lines"
                .formatted(
                        workspace.data().rows().size(),
                        workspace.data().drugs().size(),
                        workspace.data().lines().size()));
        return new LeaveDrugEvaluation(
                workspace.data(), workspace.features(), LearningPlan.standard(seed), progress::say);
    }

    static Map<String, Object> summary(EvaluationReport report) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("protocol", report.protocol());
        figures.put("model", report.model());
        figures.put("baselines", report.baselines());
        return figures;
    }
}
