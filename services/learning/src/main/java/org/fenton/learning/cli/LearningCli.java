package org.fenton.learning.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The door of the learning jar. */
@Command(
        name = "fenton-learning",
        mixinStandardHelpOptions = true,
        description = "Trains and evaluates model bundles. Research use only.",
        // The command of org.fenton.learning.activity joins this list.
        subcommands = {TrainCommand.class, EvaluateCommand.class})
public final class LearningCli {
    private LearningCli() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Errors that name what is wrong with the input end in one line and exit code 2. */
    static CommandLine commandLine() {
        return new CommandLine(new LearningCli()).setExecutionExceptionHandler((e, line, parsed) -> {
            boolean input = e instanceof IllegalArgumentException || e instanceof java.io.IOException;
            line.getErr().println("fenton: " + (input ? e.getMessage() : e));
            return input ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        });
    }
}
