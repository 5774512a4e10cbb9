package org.fenton.local.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fenton.local.command.Passthrough;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.parity.ParityCases;
import org.fenton.local.stack.LoneCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "scores",
        mixinStandardHelpOptions = true,
        description = {
            "Kills a catalog of its own with SIGKILL in the middle of writes of `fenton rescore --write-scores`: all but the last",
            "time it stays dead until the job has given up, the last time it comes back while the job waits. Then the job runs",
            "once more, and what the catalog holds is counted against the job's result."
        },
        footer = "Exit code 0: nothing lost, nothing twice, every run ended with the code that it must. 1: otherwise.")
public final class ChaosScoresCommand implements Callable<Integer> {
    private final FentonHome home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--cases", paramLabel = "N", defaultValue = "120", description = "Default: ${DEFAULT-VALUE}.")
    private int cases;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}.")
    private int kills;

    public ChaosScoresCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        if (kills < 1 || cases < 2 * (kills + 1)) {
            throw LauncherFailure.input("--kills is at least 1, --cases at least twice as many and two more");
        }
        Path data = Files.createTempDirectory("fenton-chaos-scores");
        FentonHome own = new FentonHome(home.root(), data);
        try (LoneCatalog catalog = LoneCatalog.start(own)) {
            boolean right = new ScoreKills(catalog, data, spec.commandLine().getOut())
                    .run(
                            cases,
                            kills,
                            new ParityCases(home.examples().resolve("h1975-wz4002-resistant.json"), data),
                            arguments -> Passthrough.rescore(home, arguments));
            return right ? 0 : 1;
        } finally {
            own.deleteEverything();
        }
    }
}
