package org.fenton.local.catalog;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "kill-test",
        mixinStandardHelpOptions = true,
        description = {
            "Kills a catalog of its own while it imports, and checks what it holds.",
            "SIGKILL to PostgreSQL, to the one of its processes that writes, or to the catalog, at random moments of an import",
            "and its publication on a scratch database: what is held must be the old or the new state. Moments in which nobody",
            "writes are shown as misses and made again, until there are as many kills as were asked for."
        },
        footer = "Exit code 0: it was, every time. 1: it was not.")
final class KillTestCommand implements Callable<Integer> {
    private final FentonHome home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "20", description = "Default: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of victims and moments. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Rows of the file. Default: ${DEFAULT-VALUE}.")
    private int rows;

    KillTestCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        if (kills < 1 || rows < 1) {
            throw LauncherFailure.input("--kills and --rows are at least 1");
        }
        try (Scratch scratch = new Scratch(home)) {
            int wrong = new KillTest(
                            scratch.home(),
                            new KillTest.Plan(kills, seed, rows),
                            spec.commandLine().getOut())
                    .run();
            return wrong == 0 ? 0 : LauncherFailure.STACK;
        }
    }
}
