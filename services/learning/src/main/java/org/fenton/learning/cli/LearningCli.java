package org.fenton.learning.cli;

import org.fenton.learning.activity.ActivityCommand;
import org.fenton.learning.activity.BenchCommand;
import org.fenton.learning.behaviour.BehaviourCommand;
import org.fenton.learning.casefile.CaseCommand;
import org.fenton.learning.onnx.ExportOnnxCommand;
import org.fenton.learning.screen.ImportScreenCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The door of the learning jar: what {@code fenton train} and the like run, so it goes by that name. */
@Command(
        name = "fenton",
        mixinStandardHelpOptions = true,
        description = "Trains and evaluates model bundles, infers activities. Research use only.",
        subcommands = {
            TrainCommand.class,
            EvaluateCommand.class,
            EvaluationsCommand.class,
            PredictCommand.class,
            ActivityCommand.class,
            CaseCommand.class,
            BehaviourCommand.class,
            BenchCommand.class,
            ExportOnnxCommand.class,
            ImportScreenCommand.class
        })
public final class LearningCli {
    private LearningCli() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Errors that name what is wrong with the input end in one line and exit code 2. */
    static CommandLine commandLine() {
        CommandLine cli = new CommandLine(new LearningCli());
        cli.setParameterExceptionHandler((e, args) -> {
            String name = e.getCommandLine().getCommandSpec().qualifiedName();
            e.getCommandLine().getErr().println(name + ": " + e.getMessage() + "; see " + name + " --help");
            return CommandLine.ExitCode.USAGE;
        });
        return cli.setExecutionExceptionHandler((e, line, parsed) -> {
            boolean input = e instanceof IllegalArgumentException || e instanceof java.io.IOException;
            line.getErr().println("fenton: " + (input ? e.getMessage() : e));
            return input ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        });
    }
}
