package org.fenton.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        name = "faults",
        mixinStandardHelpOptions = true,
        description = {
            "Kills, freezes, delays, fills and damages parts of a stack of its own, one fault after another, while"
                    + " clients rank",
            "cases, and compares every answer with the right bytes and every acknowledged record with what is kept"
                    + " afterwards.",
            "Connections go through a proxy of its own, since not every kernel can delay and lose packets. Takes about"
                    + " ten minutes."
        },
        footer = "Exit code 0: no wrong answer, none missing but while the gateway is dead, no 5xx but 503 with"
                + " Retry-After, no acknowledged record lost, everything recovered. 1: otherwise.")
public final class ChaosFaultsCommand implements Callable<Integer> {
    private final FentonHome home;

    @Option(
            names = "--only",
            paramLabel = "WORD",
            split = ",",
            description = "Faults whose name holds one of these words.")
    private List<String> only = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "6",
            description = "Of each fault. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "2",
            description = "Of each fault. Default: ${DEFAULT-VALUE}.")
    private int times;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "4", description = "Default: ${DEFAULT-VALUE}.")
    private int clients;

    public ChaosFaultsCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        if (clients < 1 || clients > 64 || times < 1 || times > 100 || !(seconds > 0 && seconds <= 600)) {
            throw LauncherFailure.input("--clients is from 1 to 64, --times from 1 to 100, --seconds up to 600");
        }
        Path data = Files.createTempDirectory("fenton-chaos");
        FentonHome own = new FentonHome(home.root(), data);
        Clock clock = new Clock(data);
        Path bundle = copied(home.bundle(), data.resolve("bundle"));
        StackPorts ports = StackPorts.free();
        boolean whole = false;
        try (Links links = new Links(own, ports);
                LocalStack stack = LocalStack.start(
                        new StackSettings(own, ports, bundle, Lifetime.WITH_LAUNCHER).with(environment(links, clock)),
                        Progress.on(System.err))) {
            boolean clean = new ChaosFaults(System.out)
                    .run(
                            stack,
                            home.examples().resolve("h1975-wz4002-resistant.json"),
                            new ChaosFaults.Plan(
                                    some(faults(stack, links, clock, bundle, data)), times, clients, seconds));
            whole = clean;
        } finally {
            if (whole) {
                own.deleteEverything();
            } else {
                own.deleteAllButLogs();
            }
        }
        return whole ? 0 : 1;
    }

    /** The clock's library is loaded only where a clock shall jump: it costs at every look at the time. */
    private Map<String, String> environment(Links links, Clock clock) {
        Map<String, String> variables = new HashMap<>(links.environment());
        if (!chosen(clock.faults()).isEmpty()) {
            variables.putAll(clock.environment());
        }
        return variables;
    }

    private static List<Fault> faults(LocalStack stack, Links links, Clock clock, Path bundle, Path data) {
        List<Fault> all = new ArrayList<>(new ProcessFaults(stack, bundle).faults());
        all.addAll(new DatabaseFaults(stack, links, data).faults());
        all.addAll(links.faults());
        all.addAll(clock.faults());
        return all;
    }

    private List<Fault> chosen(List<Fault> all) {
        return all.stream()
                .filter(fault -> only.isEmpty() || only.stream().anyMatch(fault.name()::contains))
                .toList();
    }

    private List<Fault> some(List<Fault> all) {
        if (chosen(all).isEmpty()) {
            throw LauncherFailure.input(
                    "--only is of: " + all.stream().map(Fault::name).collect(Collectors.joining(", ")));
        }
        return chosen(all);
    }

    private static Path copied(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return to;
    }
}
