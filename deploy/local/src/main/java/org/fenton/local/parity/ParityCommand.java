package org.fenton.local.parity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fenton.local.command.Passthrough;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "rescore-parity",
        mixinStandardHelpOptions = true,
        description = {
            "Sends cases through the gateway of a stack of its own and through `fenton rescore`, and compares byte by byte.",
            "The cases are synthetic, made from real ones; every tenth is a whole profile when ../shared is at hand."
        },
        footer = "Exit code 0: the same bytes for every case. 1: otherwise.")
public final class ParityCommand implements Callable<Integer> {
    private final FentonHome home;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cases",
            paramLabel = "N",
            defaultValue = "500",
            description = "From 1 to 100000. Default: ${DEFAULT-VALUE}.")
    private int cases;

    public ParityCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        if (cases < 1 || cases > 100_000) {
            throw LauncherFailure.input("--cases is from 1 to 100000");
        }
        Path data = Files.createTempDirectory("fenton-parity");
        FentonHome own = new FentonHome(home.root(), data);
        StackSettings settings = new StackSettings(own, StackPorts.free(), home.bundle(), Lifetime.WITH_LAUNCHER);
        try (LocalStack stack = LocalStack.start(settings, Progress.on(System.err))) {
            int different = new Parity(stack, data, spec.commandLine().getOut())
                    .run(
                            cases,
                            home.examples().resolve("h1975-wz4002-resistant.json"),
                            home.root().resolve("../shared/data/expression/TCGA-STAD-10_log2cpm.tsv"),
                            arguments -> Passthrough.rescore(home, arguments));
            return different == 0 ? 0 : 1;
        } finally {
            own.deleteEverything();
        }
    }
}
