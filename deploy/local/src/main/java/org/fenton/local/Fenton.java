package org.fenton.local;

import java.io.UncheckedIOException;
import org.fenton.local.backup.BackupCommand;
import org.fenton.local.backup.RestoreCommand;
import org.fenton.local.bench.BenchCoresCommand;
import org.fenton.local.bench.BenchImagesCommand;
import org.fenton.local.bench.BenchRankCommand;
import org.fenton.local.bench.BenchSoakCommand;
import org.fenton.local.bench.BenchWorkbenchCommand;
import org.fenton.local.catalog.BenchCommand;
import org.fenton.local.catalog.CatalogCommand;
import org.fenton.local.chaos.ChaosCommand;
import org.fenton.local.command.BehaviourCommand;
import org.fenton.local.command.DownCommand;
import org.fenton.local.command.Passthrough;
import org.fenton.local.command.RankCommand;
import org.fenton.local.command.StatusCommand;
import org.fenton.local.command.UpCommand;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.parity.ParityCommand;
import org.fenton.local.supply.SbomCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

@Command(
        name = "fenton",
        mixinStandardHelpOptions = true,
        version = "fenton 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Ranks JAK/STAT-pathway and ferroptosis therapies for a drug-resistant tumour. Research use only.",
        footer = {"", "Each command explains itself: fenton COMMAND --help"})
public final class Fenton {
    private Fenton() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(FentonHome.fromSystem()).execute(arguments));
    }

    static CommandLine commandLine(FentonHome home) {
        CommandLine fenton = new CommandLine(new Fenton());
        fenton.addSubcommand(new UpCommand(home));
        fenton.addSubcommand(new DownCommand(home));
        fenton.addSubcommand(new StatusCommand(home));
        fenton.addSubcommand(new RankCommand(home));
        fenton.addSubcommand(new BehaviourCommand(home));
        fenton.addSubcommand(new BackupCommand(home));
        fenton.addSubcommand(new RestoreCommand(home));
        fenton.addSubcommand(new SbomCommand(home));
        fenton.addSubcommand(CatalogCommand.commandLine(home));
        fenton.addSubcommand(ChaosCommand.commandLine(home));
        Passthrough.addAll(fenton, home);
        fenton.addSubcommand(new ParityCommand(home));
        fenton.getSubcommands().get("bench").addSubcommand(new BenchCommand(home));
        fenton.getSubcommands().get("bench").addSubcommand(new BenchRankCommand(home));
        fenton.getSubcommands().get("bench").addSubcommand(new BenchImagesCommand(home));
        fenton.getSubcommands().get("bench").addSubcommand(new BenchWorkbenchCommand(home));
        fenton.getSubcommands().get("bench").addSubcommand(new BenchSoakCommand(home));
        fenton.getSubcommands().get("bench").addSubcommand(new BenchCoresCommand(home));
        fenton.setExecutionExceptionHandler(Fenton::sayInOneLine);
        fenton.setParameterExceptionHandler(Fenton::sayInOneLine);
        return fenton;
    }

    private static int sayInOneLine(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + wrong.getMessage() + "; see " + name + " --help");
        return LauncherFailure.INPUT;
    }

    private static int sayInOneLine(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof LauncherFailure named) {
            command.getErr().println("fenton: " + named.getMessage());
            return named.exitCode();
        }
        if (failure instanceof UncheckedIOException io) {
            command.getErr()
                    .println("fenton: " + io.getMessage() + ": " + io.getCause().getMessage());
            return LauncherFailure.STACK;
        }
        throw failure;
    }
}
