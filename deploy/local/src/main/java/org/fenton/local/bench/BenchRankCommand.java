package org.fenton.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
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
            "Takes about five minutes unless told otherwise."
        },
        footer = "Exit code 0: measured, no call failed and repeats gave the same bytes. 1: otherwise.")
public final class BenchRankCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REPEATS = 100;

    private final FentonHome home;
    private final AtomicInteger next = new AtomicInteger();
    private final ObjectNode report = JSON.createObjectNode();
    private int failures;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "12",
            description = "Measured time of each step, after a warm-up of a third of it. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "60",
            description =
                    "Unmeasured load before the first step, shared by the kinds of calls. Default: ${DEFAULT-VALUE}.")
    private double warmUp;

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
        if (!(seconds > 0 && seconds <= 600)
                || !(warmUp >= 0 && warmUp <= 3600)
                || clients.stream().anyMatch(n -> n < 1 || n > 256)) {
            throw LauncherFailure.input(
                    "--seconds is above 0 and at most 600, --warm-up 0 to 3600, --clients from 1 to 256 each");
        }
        BenchCases cases =
                new BenchCases(home, home.root().resolve("../shared/data/expression/TCGA-STAD-10_log2cpm.tsv"));
        Path data = Files.createTempDirectory("fenton-bench");
        FentonHome own = new FentonHome(home.root(), data);
        say("Profiles: %s", cases.profilesFrom());
        say("Processors %d; load average before: %s", Runtime.getRuntime().availableProcessors(), loadAverage());
        report.put("processors", Runtime.getRuntime().availableProcessors()).put("loadBefore", loadAverage());
        StackSettings settings = new StackSettings(own, StackPorts.free(), home.bundle(), Lifetime.WITH_LAUNCHER);
        try (LocalStack stack = LocalStack.start(settings, Progress.on(System.err))) {
            measure(stack, cases);
        } finally {
            own.deleteEverything();
        }
        report.put("loadAfter", loadAverage()).put("failures", failures);
        System.out.println(JSON.writeValueAsString(report));
        return failures == 0 && report.path("repeatsGaveTheSameBytes").asBoolean() ? 0 : 1;
    }

    private void measure(LocalStack stack, BenchCases cases) throws IOException, InterruptedException {
        Load reported = new Load(stack.gateway().resolve("/v1/rankings"), cases::reported, next);
        Load profiles = new Load(stack.gateway().resolve("/v1/rankings"), cases::profile, next);
        Load cards = new Load(stack.gateway().resolve("/cds-services/fenton-candidates"), cases::patientView, next);
        first(reported, cases);
        warmUp(List.of(reported, profiles, cards));
        Steps steps = new Steps(stack, seconds, report.putArray("steps"));
        clients.forEach(count -> steps.measure("reported activities", count, reported));
        clients.forEach(count -> steps.measure("profile of " + BenchCases.GENES + " genes", count, profiles));
        clients.forEach(count -> steps.measure("CDS Hooks patient-view", count, cards));
        steps.measure(
                "what-if", 1, whatIf(stack.gateway(), expect(reported.post(cases.reported(next.getAndIncrement())))));
        failures = steps.failures();
        repeats(reported, cases);
        ObjectNode memory = report.putObject("residentMegabytes");
        stack.state().members().forEach(member -> {
            long megabytes = member.residentBytesWithChildren().orElse(0) >> 20;
            memory.put(member.name(), megabytes);
            say("  memory  %-10s %5d MB", member.name(), megabytes);
        });
    }

    /** A virtual machine compiles what it runs often: minutes of processor time before its speed is what it stays at. */
    private void warmUp(List<Load> kinds) {
        kinds.forEach(kind -> kind.run(4, warmUp / kinds.size()));
        report.put("warmUpSeconds", warmUp);
    }

    private void first(Load load, BenchCases cases) throws IOException, InterruptedException {
        byte[] body = cases.reported(next.getAndIncrement());
        long begin = System.nanoTime();
        expect(load.post(body));
        double millis = (System.nanoTime() - begin) / 1e6;
        say("First answer of a cold stack: %.0f ms", millis);
        report.put("firstAnswerMillis", Math.round(millis));
    }

    /** What-if questions about one ranking: one activity changed, no search. */
    private Load whatIf(URI gateway, HttpResponse<byte[]> ranked) {
        String path = URI.create(ranked.headers().firstValue("Location").orElseThrow())
                .getPath();
        IntFunction<byte[]> questions = number -> String.format(
                        Locale.ROOT,
                        "{\"activities\":[{\"network\":\"collectri\",\"source\":\"STAT3\",\"score\":%.3f}]}",
                        (number % 1000) / 100.0 - 5)
                .getBytes(StandardCharsets.UTF_8);
        return new Load(gateway.resolve(path + "/what-if"), questions, next);
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
