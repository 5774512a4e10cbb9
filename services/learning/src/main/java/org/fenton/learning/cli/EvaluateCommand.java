package org.fenton.learning.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.fenton.learning.evaluation.EvaluationReport;
import org.fenton.learning.evaluation.LeaveDrugEvaluation;
import org.fenton.learning.files.Json;
import org.fenton.learning.training.LearningPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs an evaluation protocol and writes its figures as one JSON object. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Evaluates the head by a protocol beside its baselines; the last line is the figures as JSON.")
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--protocol", required = true, description = "Only zip-leave-drug so far.")
    private String protocol;

    @Option(
            names = "--data",
            required = true,
            description = "Directory with combinations/, cell-lines/, drugs/, networks/.")
    private Path data;

    @Option(names = "--out", required = true, description = "File for the figures.")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of folds and trainers (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        if (!protocol.equals(LeaveDrugEvaluation.PROTOCOL)) {
            throw new ParameterException(
                    spec.commandLine(), "unknown protocol '" + protocol + "'; known: " + LeaveDrugEvaluation.PROTOCOL);
        }
        Progress progress = new Progress(spec.commandLine().getErr());
        Workspace workspace = Workspace.open(data);
        EvaluationReport report = evaluate(workspace, seed, progress);
        Files.write(out, Json.pretty(report));
        Map<String, Object> figures = summary(report);
        figures.put("seconds", progress.seconds());
        spec.commandLine().getOut().println(Json.line(figures));
        return 0;
    }

    static final int FOLDS = 5;

    static EvaluationReport evaluate(Workspace workspace, long seed, Progress progress) {
        progress.say("%d rows, %d drugs, %d lines"
                .formatted(
                        workspace.data().rows().size(),
                        workspace.data().drugs().size(),
                        workspace.data().lines().size()));
        return new LeaveDrugEvaluation(
                        workspace.data(), workspace.features(), LearningPlan.standard(seed), progress::say)
                .run(FOLDS);
    }

    static Map<String, Object> summary(EvaluationReport report) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("protocol", report.protocol());
        figures.put("model", report.model());
        figures.put("baselines", report.baselines());
        return figures;
    }
}
