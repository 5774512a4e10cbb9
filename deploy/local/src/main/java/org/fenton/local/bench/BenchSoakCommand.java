package org.fenton.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
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
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "Finds how many rankings a second a stack of its own can give, asks for a fraction of that for a long"
                    + " while and",
            "watches errors, memory, threads, database connections and p99; then asks for three times as many as it"
                    + " can give."
        },
        footer = "The last line is one JSON object. Exit code 0: no error, nothing grew, beyond the maximum only 429"
                + " and service afterwards. 1: otherwise, and the logs are kept.")
public final class BenchSoakCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int[] CLIENTS = {2, 4, 8};
    private static final double WINDOWS = 30;
    private static final double GROWTH = 1.10;
    private static final int FEW = 8;

    private final FentonHome home;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Footprint> footprints = new ArrayList<>();
    private final List<Double> p99 = new ArrayList<>();
    private final ObjectNode report = JSON.createObjectNode();
    private int calls;
    private int failures;

    @Option(names = "--minutes", paramLabel = "M", defaultValue = "30", description = "Default: ${DEFAULT-VALUE}.")
    private double minutes;

    @Option(
            names = "--fraction",
            paramLabel = "F",
            defaultValue = "0.7",
            description = "Of the measured maximum. Default: ${DEFAULT-VALUE}.")
    private double fraction;

    public BenchSoakCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        if (!(minutes > 0 && minutes <= 1440) || !(fraction > 0 && fraction < 1)) {
            throw LauncherFailure.input("--minutes is above 0 and at most 1440, --fraction between 0 and 1");
        }
        BenchCases cases =
                new BenchCases(home, home.root().resolve("../shared/data/expression/TCGA-STAD-10_log2cpm.tsv"));
        Path data = Files.createTempDirectory("fenton-soak");
        FentonHome own = new FentonHome(home.root(), data);
        StackSettings settings = new StackSettings(own, StackPorts.free(), home.bundle(), Lifetime.WITH_LAUNCHER);
        boolean right = false;
        try (LocalStack stack = LocalStack.start(settings, Progress.on(System.err))) {
            URI rankings = stack.gateway().resolve("/v1/rankings?top=20");
            Load load = new Load(rankings, cases::reported, next);
            double maximum = maximum(load);
            boolean steady = soak(stack, new SteadyLoad(load, cases::reported, next), maximum * fraction);
            boolean stands = beyond(stack, load, cases, maximum);
            System.out.println(JSON.writeValueAsString(report));
            right = steady && stands;
        } finally {
            if (right) {
                own.deleteEverything();
            } else {
                own.deleteAllButLogs();
            }
        }
        return right ? 0 : 1;
    }

    /** The best of a few numbers of clients that each wait for their answer, after warming up. */
    private double maximum(Load load) {
        double seconds = Math.max(4, Math.min(30, minutes * 4));
        load.run(CLIENTS[1], seconds);
        double best = 0;
        for (int clients : CLIENTS) {
            Load.Measured measured = load.run(clients, seconds);
            double perSecond = measured.latencies().count() / measured.seconds();
            say("  maximum? %d clients: %.1f rankings a second, %d failures", clients, perSecond, measured.failures());
            best = Math.max(best, measured.failures() == 0 ? perSecond : 0);
        }
        report.put("maximumPerSecond", Math.round(best * 10) / 10.0);
        return best;
    }

    private boolean soak(LocalStack stack, SteadyLoad load, double perSecond) throws InterruptedException {
        say("%.1f rankings a second for %.1f minutes", perSecond, minutes);
        say(
                "  %6s %7s %7s %8s %8s %8s %8s %11s",
                "minute", "calls", "errors", "p50 ms", "p99 ms", "RSS MB", "threads", "connections");
        double window = Math.min(60, minutes * 60 / WINDOWS);
        load.run(perSecond, minutes * 60, window, minute -> {
            Footprint now = Footprint.of(stack);
            footprints.add(now);
            p99.add(minute.latencies().count() == 0 ? 0 : minute.latencies().percentile(0.99));
            calls += minute.latencies().count();
            failures += minute.failures();
            say(
                    "  %6.2f %7d %7d %8.1f %8.1f %8d %8d %11d",
                    footprints.size() * window / 60,
                    minute.latencies().count(),
                    minute.failures(),
                    minute.latencies().count() == 0 ? 0 : minute.latencies().percentile(0.5),
                    p99.get(p99.size() - 1),
                    now.megabytes(),
                    now.threads(),
                    now.connections());
        });
        report.put("askedPerSecond", Math.round(perSecond * 10) / 10.0).put("minutes", minutes);
        report.put("calls", calls).put("errors", failures);
        boolean still = stays("residentMegabytes", Footprint::megabytes)
                & stays("threads", Footprint::threads)
                & stays("connections", Footprint::connections);
        report.putPOJO(
                "p99Millis",
                p99.stream().map(each -> Math.round(each * 10) / 10.0).toList());
        return still && failures == 0;
    }

    /** Whether the last third is at most a tenth, and a few, above the third before it; the first third still warms up. */
    private boolean stays(String what, ToLongFunction<Footprint> number) {
        int third = Math.max(1, footprints.size() / 3);
        int last = footprints.size();
        double before = mean(footprints.subList(Math.max(0, last - 2 * third), last - third), number);
        double after = mean(footprints.subList(last - third, last), number);
        boolean stays = after <= before * GROWTH + FEW;
        report.putObject(what)
                .put("secondThird", Math.round(before))
                .put("lastThird", Math.round(after))
                .put("stays", stays);
        say("  %-18s %.0f, then %.0f: %s", what, before, after, stays ? "does not grow" : "GROWS");
        return stays;
    }

    private static double mean(List<Footprint> some, ToLongFunction<Footprint> number) {
        return some.stream().mapToLong(number).average().orElse(0);
    }

    /** Three times the maximum: what fits is answered, the rest is told to come back, and afterwards all is as before. */
    private boolean beyond(LocalStack stack, Load load, BenchCases cases, double maximum) throws Exception {
        double seconds = Math.max(5, Math.min(60, minutes * 6));
        List<SteadyLoad.Minute> seen = new ArrayList<>();
        new SteadyLoad(load, cases::reported, next).run(3 * maximum, seconds, seconds * 2, seen::add);
        Map<Integer, Integer> statuses = seen.get(seen.size() - 1).statuses();
        int answered = statuses.entrySet().stream()
                .filter(each -> each.getKey() / 100 == 2)
                .mapToInt(Map.Entry::getValue)
                .sum();
        boolean only = statuses.keySet().stream().allMatch(status -> status / 100 == 2 || status == 429);
        seen.get(seen.size() - 1).refusals().forEach((status, words) -> say("  the first %d: %s", status, words));
        int afterwards = load.post(cases.reported(next.getAndIncrement())).statusCode();
        boolean whole = stack.state().isWhole();
        say("  three times the maximum for %.0f s: statuses %s; afterwards %d", seconds, statuses, afterwards);
        ObjectNode beyond = report.putObject("beyond");
        beyond.putPOJO("statuses", statuses);
        beyond.put("answeredPerSecond", Math.round(answered / seconds * 10) / 10.0)
                .put("afterwards", afterwards);
        return only && afterwards / 100 == 2 && whole;
    }

    private static void say(String format, Object... values) {
        System.err.printf(Locale.ROOT, format + "%n", values);
    }
}
