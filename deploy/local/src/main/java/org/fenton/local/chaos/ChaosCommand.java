package org.fenton.local.chaos;

import org.fenton.local.home.FentonHome;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        description = "Breaks a stack or a job of its own on purpose and checks what comes out.")
public final class ChaosCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private ChaosCommand() {}

    public static CommandLine commandLine(FentonHome home) {
        return new CommandLine(new ChaosCommand())
                .addSubcommand(new ChaosRankCommand(home))
                .addSubcommand(new ChaosFaultsCommand(home))
                .addSubcommand(new ChaosScoresCommand(home));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "rank, faults, scores or rescore?");
    }
}
