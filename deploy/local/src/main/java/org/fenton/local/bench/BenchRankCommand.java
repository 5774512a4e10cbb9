package org.fenton.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
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
            "Measures whole ranking calls over loopback, through gateway, model and PostgreSQL, on a stack of its own.",
            "Every call sends another case; the top 20 of each list are fully explained. The last line is one JSON"
                    + " object.",
            "Takes about three minutes unless told otherwise."
        },
        footer = "Exit code 0: measured, no call failed and repeats gave the same bytes. 1: otherwise.")
public final class BenchRankCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REPEATS = 100;

    private final FentonHome home;
    private final AtomicInteger next = new AtomicInteger();
    private final ObjectNode report = JSON.createObjectNode();
    private int failures;
    private LocalStack stack;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "12",
            description = "Measured time of each step, after a warm-up of a third of it. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--clients",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,4,16",
            description = "Clients at once, one step each. Default: ${DEFAULT-VALUE}.")
    private List<Integer> clients;

    public BenchRankCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        if (!(seconds > 0 && seconds <= 600) || clients.stream().anyMatch(n -> n < 1 || n > 256)) {
            throw LauncherFailure.input("--seconds is above 0 and at most 600, --clients from 1 to 256 each");
        }
        BenchCases cases = new BenchCases(
                home.examples().resolve("h1975-wz4002-resistant.json"),
                home.root().resolve("../shared/data/expression/TCGA-STAD-10_log2cpm.tsv"));
        Path data = Files.createTempDirectory("fenton-bench");
        FentonHome own = new FentonHome(home.root(), data);
        say("Profiles: %s", cases.profilesFrom());
        say("Processors %d; load average before: %s", Runtime.getRuntime().availableProcessors(), loadAverage());
        report.put("processors", Runtime.getRuntime().availableProcessors()).put("loadBefore", loadAverage());
        StackSettings settings = new StackSettings(own, StackPorts.free(), home.bundle(), Lifetime.WITH_LAUNCHER);
        try (LocalStack stack = LocalStack.start(settings, Progress.on(System.err))) {
            measure(stack, cases);
        } finally {
            own.deleteData();
        }
        report.put("loadAfter", loadAverage()).put("failures", failures);
        System.out.println(JSON.writeValueAsString(report));
        return failures == 0 && report.path("repeatsGaveTheSameBytes").asBoolean() ? 0 : 1;
    }

    private void measure(LocalStack started, BenchCases cases) throws IOException, InterruptedException {
        stack = started;
        URI rankings = stack.gateway().resolve("/v1/rankings");
        first(new Load(rankings, cases::reported, next), cases);
        ArrayNode steps = report.putArray("steps");
        steps(steps, "reported activities", rankings, cases::reported);
        steps(steps, "profile of " + BenchCases.GENES + " genes", rankings, cases::profile);
        whatIf(steps, stack.gateway(), cases);
        repeats(new Load(rankings, cases::reported, next), cases);
        ObjectNode memory = report.putObject("residentMegabytes");
        stack.state().members().forEach(member -> {
            long megabytes = member.residentBytesWithChildren().orElse(0) >> 20;
            memory.put(member.name(), megabytes);
            say("  memory  %-10s %5d MB", member.name(), megabytes);
        });
    }

    private void first(Load load, BenchCases cases) throws IOException, InterruptedException {
        byte[] body = cases.reported(next.getAndIncrement());
        long begin = System.nanoTime();
        expect(load.post(body));
        double millis = (System.nanoTime() - begin) / 1e6;
        say("First answer of a cold stack: %.0f ms", millis);
        report.put("firstAnswerMillis", Math.round(millis));
    }

    private void steps(ArrayNode steps, String what, URI address, IntFunction<byte[]> cases) {
        for (int count : clients) {
            step(steps, what, count, new Load(address, cases, next));
        }
    }

    private void step(ArrayNode steps, String what, int count, Load load) {
        load.run(count, seconds / 3);
        ProcessorTime before = ProcessorTime.of(stack.state());
        Load.Measured measured = load.run(count, seconds);
        ProcessorTime after = ProcessorTime.of(stack.state());
        Latencies times = measured.latencies();
        double rate = times.count() / measured.seconds();
        failures += measured.failures();
        say(
                "%n%s, %d client(s): %d calls, %.1f a second, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, longest %.1f"
                        + " ms, %d failed",
                what,
                count,
                times.count(),
                rate,
                times.percentile(0.5),
                times.percentile(0.99),
                times.percentile(0.999),
                times.percentile(1),
                measured.failures());
        System.out.print(times.histogram());
        Map<String, Double> spent = after.perCall(before, times.count());
        say("      processor ms a call: %s", ProcessorTime.words(spent));
        ObjectNode step = steps.addObject()
                .put("what", what)
                .put("clients", count)
                .put("calls", times.count())
                .put("perSecond", Math.round(rate * 10) / 10.0)
                .put("p50", times.percentile(0.5))
                .put("p99", times.percentile(0.99))
                .put("p999", times.percentile(0.999));
        ObjectNode processor = step.putObject("processorMillisPerCall");
        spent.forEach(processor::put);
    }

    /** What-if questions about one ranking: one activity changed, no search. */
    private void whatIf(ArrayNode steps, URI gateway, BenchCases cases) throws IOException, InterruptedException {
        Load load = new Load(gateway.resolve("/v1/rankings"), cases::reported, next);
        String path = URI.create(expect(load.post(cases.reported(next.getAndIncrement())))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .getPath();
        IntFunction<byte[]> questions = number -> String.format(
                        Locale.ROOT,
                        "{\"activities\":[{\"network\":\"collectri\",\"source\":\"STAT3\",\"score\":%.3f}]}",
                        (number % 1000) / 100.0 - 5)
                .getBytes(StandardCharsets.UTF_8);
        step(steps, "what-if", 1, new Load(gateway.resolve(path + "/what-if"), questions, next));
    }

    private void repeats(Load load, BenchCases cases) throws IOException, InterruptedException {
        byte[] same = cases.reported(next.getAndIncrement());
        byte[] first = expect(load.post(same)).body();
        int equal = 0;
        for (int i = 0; i < REPEATS; i++) {
            equal += Arrays.equals(first, load.post(same).body()) ? 1 : 0;
        }
        say("%nThe same case %d times more: %d times the same bytes", REPEATS, equal);
        report.put("repeatsGaveTheSameBytes", equal == REPEATS);
    }

    private static HttpResponse<byte[]> expect(HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw LauncherFailure.stack("status " + answer.statusCode() + " instead of a ranking: "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    private static String loadAverage() {
        return String.format(
                Locale.ROOT,
                "%.2f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
