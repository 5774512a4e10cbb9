package org.fenton.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fenton.local.home.FentonHome;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.StackState;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A subcommand that another module implements: its arguments, {@code --help} among them, go there untouched. */
public final class Passthrough implements Callable<Integer> {
    private final FentonHome home;
    private final CommandLineModule module;
    private final List<String> leading;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT")
    private List<String> arguments = new ArrayList<>();

    private Passthrough(FentonHome home, CommandLineModule module, List<String> leading) {
        this.home = home;
        this.module = module;
        this.leading = leading;
    }

    /** Adds the subcommands of the other modules, each with the line that {@code fenton --help} shows. */
    public static void addAll(CommandLine fenton, FentonHome home) {
        add(fenton, "activity", learning(home, "activity"), "Infers pathway activities from an expression table.");
        add(fenton, "case", learning(home, "case"), "Makes a case file from an expression table.");
        add(fenton, "train", learning(home, "train"), "Trains a model bundle.");
        add(fenton, "evaluate", learning(home, "evaluate"), "Evaluates by held-out folds beside trivial baselines.");
        add(fenton, "evaluations", learning(home, "evaluations"), "Prints one table of evaluation reports.");
        add(fenton, "predict", learning(home, "predict"), "Predicts your own pairs of drugs in cell lines.");
        add(
                fenton,
                "import-screen",
                learning(home, "import-screen"),
                "Scores your own combination screen by HSA, Bliss, Loewe and ZIP.");
        add(fenton, "export-onnx", learning(home, "export-onnx"), "Writes a head of a bundle as ONNX.");
        add(fenton, "bench", learning(home, "bench"), "Measures; the last line is one JSON object.");
        Passthrough rescore = new Passthrough(home, CommandLineModule.RESCORING, List.of());
        add(fenton, "rescore", rescore, "Ranks every case of a cohort with Spark; resumes what was killed.");
        Passthrough bench = new Passthrough(home, CommandLineModule.RESCORING_BENCH, List.of());
        add(fenton.getSubcommands().get("bench"), "rescore", bench, "What re-scoring a case costs.");
        Passthrough chaos = new Passthrough(home, CommandLineModule.RESCORING_CHAOS, List.of());
        add(
                fenton.getSubcommands().get("chaos"),
                "rescore",
                chaos,
                "Kills drivers and executors of `fenton rescore` and compares outputs.");
    }

    /** {@code fenton rescore} as a person would call it; its exit code. */
    public static int rescore(FentonHome home, List<String> arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(arguments);
        addIfAbsent(all, "--bundle", Optional.of(home.bundle().toString()));
        return CommandLineModule.RESCORING.run(home, all);
    }

    private static Passthrough learning(FentonHome home, String subcommand) {
        return new Passthrough(home, CommandLineModule.LEARNING, List.of(subcommand));
    }

    private static void add(CommandLine fenton, String name, Passthrough passthrough, String description) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(passthrough);
        spec.usageMessage().description(description);
        spec.parser().unmatchedOptionsArePositionalParams(true);
        fenton.addSubcommand(name, spec);
        fenton.getSubcommands().get(name).setUnmatchedOptionsArePositionalParams(true);
    }

    @Override
    public Integer call() throws Exception {
        List<String> all = new ArrayList<>(leading);
        all.addAll(arguments);
        if (module != CommandLineModule.LEARNING && !all.contains("--help") && !all.contains("-h")) {
            addIfAbsent(all, "--bundle", Optional.of(home.bundle().toString()));
            addIfAbsent(all, "--release", currentRelease());
        }
        int code = readsARelease(all) ? runWithSeedRelease(all) : module.run(home, all);
        if (arguments.equals(List.of("--help")) || arguments.equals(List.of("-h"))) {
            sayWhatElse();
        }
        return code;
    }

    /** Heads for cell lines have features from the signed graph of a release. */
    private boolean readsARelease(List<String> all) {
        boolean heads = leading.equals(List.of("evaluate")) || leading.equals(List.of("train")) && has(all, "--heads");
        return heads && !has(all, "--release") && !all.contains("--help") && !all.contains("-h");
    }

    private int runWithSeedRelease(List<String> all) throws IOException, InterruptedException {
        Path release = Files.createTempFile("fenton-release", ".jsonl");
        try {
            int made = SeedRelease.write(home, release, List.of());
            all.add("--release=" + release);
            return made != 0 ? made : module.run(home, all);
        } finally {
            Files.delete(release);
        }
    }

    /** The other module does not know what the launcher itself has under the same name. */
    private void sayWhatElse() {
        spec.subcommands().values().stream().map(CommandLine::getCommandSpec).forEach(more -> spec.commandLine()
                .getOut()
                .println("See also " + more.qualifiedName() + ": "
                        + more.usageMessage().description()[0]));
    }

    private static void addIfAbsent(List<String> arguments, String option, Optional<String> value) {
        if (!has(arguments, option)) {
            value.ifPresent(found -> arguments.add(option + "=" + found));
        }
    }

    private static boolean has(List<String> arguments, String option) {
        return arguments.stream().anyMatch(given -> given.equals(option) || given.startsWith(option + "="));
    }

    private Optional<String> currentRelease() {
        return StackState.running(home.stateFile())
                .map(state -> state.address(LocalStack.CATALOG) + "/v1/releases/current/lines");
    }
}
