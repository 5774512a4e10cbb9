package org.fenton.local.catalog;

import org.fenton.local.home.FentonHome;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Imports, exports, compares and publishes what a running catalog knows.",
        footer = "Exit code 0: done. 2: the input is refused, with every place named. 1: no catalog, or it failed.")
public final class CatalogCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private CatalogCommand() {}

    public static CommandLine commandLine(FentonHome home) {
        CommandLine catalog = new CommandLine(new CatalogCommand());
        catalog.addSubcommand(new ImportCommand(home));
        catalog.addSubcommand(new ExportCommand(home));
        catalog.addSubcommand(new DiffCommand(home));
        catalog.addSubcommand(new PublishCommand(home));
        catalog.addSubcommand(new KillTestCommand(home));
        catalog.addSubcommand(new FullDiskCommand(home));
        return catalog;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "import, export, diff, publish, kill-test or full-disk-test?");
    }
}
