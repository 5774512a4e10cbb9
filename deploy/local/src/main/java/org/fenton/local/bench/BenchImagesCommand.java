package org.fenton.local.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.ImageRoots;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Member;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a stack of its own from the unpacked images of deploy/images/build, each in its own read-only root"
                    + " with the memory its pod may use, and PostgreSQL beside them.",
            "Prints seconds to readiness, resident memory idle and under load beside the pod's limit, the user, and"
                    + " the native libraries in use; then re-scores a cohort in the image of rescoring."
        },
        footer = "Exit code 0: every image started, no call failed, and each process stayed below its pod's limit. 1:"
                + " otherwise.")
public final class BenchImagesCommand implements Callable<Integer> {
    private static final int COHORT = 4;
    private static final Pattern LIBRARY = Pattern.compile("lib(gomp|xgboost4j|jnidispatch|jnainchi)[^/]*\\.so[.0-9]*");

    private final FentonHome home;

    @Option(names = "--images", paramLabel = "FOLDER", description = "Default: images in the data folder.")
    private Path images;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "60",
            description = "How long the load lasts. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "4",
            description = "Clients at once. Default: ${DEFAULT-VALUE}.")
    private int clients;

    public BenchImagesCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        if (!(seconds > 0 && seconds <= 3600) || clients < 1 || clients > 256) {
            throw LauncherFailure.input("--seconds is above 0 and at most 3600, --clients from 1 to 256");
        }
        ImageRoots roots =
                new ImageRoots(home, images == null ? home.data().resolve("images") : images.toAbsolutePath());
        Path data = Files.createTempDirectory("fenton-images");
        FentonHome own = new FentonHome(home.root(), data);
        StackSettings settings =
                new StackSettings(own, StackPorts.free(), home.bundle(), Lifetime.WITH_LAUNCHER).from(roots);
        BenchCases cases = new BenchCases(home, Path.of("none"));
        try (LocalStack stack = LocalStack.start(settings, Progress.on(System.err))) {
            boolean within = serve(stack, roots, cases);
            boolean predicted = predictNatively(roots, data);
            boolean rescored = rescore(stack, roots, cases, data);
            return within && predicted && rescored ? 0 : 1;
        } finally {
            own.deleteEverything();
        }
    }

    private boolean serve(LocalStack stack, ImageRoots roots, BenchCases cases) {
        Map<String, Long> idle = new LinkedHashMap<>();
        stack.state().members().forEach(member -> idle.put(member.name(), megabytes(member)));
        Load.Measured load = new Load(stack.gateway().resolve("/v1/rankings"), cases::reported, new AtomicInteger())
                .run(clients, seconds);
        say(
                "%d rankings by %d clients in %.0f s, %d failed",
                load.latencies().count(), clients, load.seconds(), load.failures());
        say("%-9s %9s %9s %9s %9s %6s  %s", "image", "ready (s)", "idle (MB)", "load (MB)", "limit", "user", "native");
        boolean within = load.failures() == 0;
        for (Member member : stack.state().members()) {
            if (member.name().equals(LocalStack.POSTGRES)) {
                continue;
            }
            long peak = peakMegabytes(member);
            long limit = roots.limitMegabytes(member.name());
            within &= peak < limit;
            say(
                    "%-9s %9.1f %9d %9d %9d %6s  %s",
                    member.name(),
                    member.readySeconds(),
                    idle.get(member.name()),
                    peak,
                    limit,
                    field(member, "Uid"),
                    nativeLibraries(member));
        }
        return within;
    }

    /** The service flattens its trees when it loads them; XGBoost's own library is asked only here. */
    private static boolean predictNatively(ImageRoots roots, Path data) throws IOException, InterruptedException {
        Path input = Files.createDirectory(data.resolve("input"));
        Files.copy(
                roots.home().root().resolve("services/catalog/src/main/resources/seed/drugs.tsv"),
                input.resolve("drugs.tsv"));
        List<String> command = new ArrayList<>(roots.entering("model", "--data", input.toString()));
        command.addAll(List.of(
                "/opt/java/bin/java",
                "-cp",
                "/opt/fenton/lib/boot/*:/opt/fenton/lib/main/*",
                "org.fenton.learning.cli.LearningCli",
                "bench",
                "score",
                "--bundle=/opt/fenton/bundles/zip-1",
                "--drugs=/data/drugs.tsv",
                "--candidates=50",
                "--rows=50"));
        return ran("model: XGBoost's native library", command, data.resolve("native.log"));
    }

    private static boolean rescore(LocalStack stack, ImageRoots roots, BenchCases cases, Path data)
            throws IOException, InterruptedException {
        Path volume = Files.createDirectory(data.resolve("volume"));
        Files.setPosixFilePermissions(volume, PosixFilePermissions.fromString("rwxrwxrwx"));
        StringBuilder cohort = new StringBuilder();
        for (int number = 0; number < COHORT; number++) {
            String label = "{\"label\":\"" + number + "\",";
            cohort.append(new String(cases.reported(number), StandardCharsets.UTF_8).replaceFirst("\\{", label))
                    .append('\n');
        }
        Files.writeString(volume.resolve("cohort.ndjson"), cohort);
        URI release = stack.catalog().resolve("/v1/releases/current/lines");
        List<String> command = new ArrayList<>(roots.command("rescoring", "--tmp", "2g", "--data", volume.toString()));
        command.addAll(List.of(
                "--cohort=/data/cohort.ndjson",
                "--release=" + release,
                "--bundle=/opt/fenton/bundles/zip-1",
                "--out=/data/rankings",
                "--progress=log"));
        return ran("rescoring: " + COHORT + " cases", command, data.resolve("rescoring.log"));
    }

    private static boolean ran(String what, List<String> command, Path log) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        say("%-32s %6.1f s, exit code %d", what, (System.nanoTime() - begin) / 1e9, code);
        if (code != 0) {
            System.err.println(Files.readString(log));
        }
        return code == 0;
    }

    private static long megabytes(Member member) {
        return member.residentBytesWithChildren().orElse(0) >> 20;
    }

    private static long peakMegabytes(Member member) {
        return Long.parseLong(field(member, "VmHWM")) >> 10;
    }

    /** The first number of a field that the system keeps of a process. */
    private static String field(Member member, String name) {
        return lines(member, "status").stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip().split("\\s+")[0])
                .findFirst()
                .orElse("0");
    }

    private static String nativeLibraries(Member member) {
        Set<String> found = new TreeSet<>();
        for (String line : lines(member, "maps")) {
            Matcher library = LIBRARY.matcher(line);
            while (library.find()) {
                found.add(library.group());
            }
        }
        return found.isEmpty() ? "none" : String.join(", ", found);
    }

    private static List<String> lines(Member member, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(member.pid()), file));
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
