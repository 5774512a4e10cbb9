package org.fenton.local.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rank",
        mixinStandardHelpOptions = true,
        description = {
            "Kills the processes of a stack of its own with SIGKILL, one at a time, while clients rank cases, starts"
                    + " each again",
            "and compares every answer with the right bytes or with what it says is missing. Takes about two minutes."
        },
        footer = "Exit code 0: no wrong answer, no 5xx but 503 with Retry-After, no acknowledged record lost. 1:"
                + " otherwise.")
public final class ChaosRankCommand implements Callable<Integer> {
    private static final List<String> VICTIMS =
            List.of(LocalStack.MODEL, LocalStack.CATALOG, LocalStack.POSTGRES, LocalStack.GATEWAY);

    private final FentonHome home;

    @Option(
            names = "--victims",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "model,catalog,postgres,gateway",
            description = "In this order. Default: ${DEFAULT-VALUE}.")
    private List<String> victims;

    @Option(
            names = "--down-seconds",
            paramLabel = "S",
            defaultValue = "8",
            description = "How long each stays dead. Default: ${DEFAULT-VALUE}.")
    private double downSeconds;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "4", description = "Default: ${DEFAULT-VALUE}.")
    private int clients;

    public ChaosRankCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        if (!VICTIMS.containsAll(victims)) {
            throw LauncherFailure.input("--victims are of " + String.join(", ", VICTIMS));
        }
        if (clients < 1 || clients > 64 || !(downSeconds >= 0 && downSeconds <= 600)) {
            throw LauncherFailure.input("--clients is from 1 to 64, --down-seconds from 0 to 600");
        }
        Path data = Files.createTempDirectory("fenton-chaos");
        FentonHome own = new FentonHome(home.root(), data);
        StackSettings settings = new StackSettings(own, StackPorts.free(), home.bundle(), Lifetime.WITH_LAUNCHER);
        try (LocalStack stack = LocalStack.start(settings, Progress.on(System.err))) {
            ChaosRank.Outcome outcome = new ChaosRank(System.out)
                    .run(
                            stack,
                            home.examples().resolve("h1975-wz4002-resistant.json"),
                            new ChaosRank.Plan(victims, clients, downSeconds));
            return outcome.isClean() ? 0 : 1;
        } finally {
            own.deleteEverything();
        }
    }
}
