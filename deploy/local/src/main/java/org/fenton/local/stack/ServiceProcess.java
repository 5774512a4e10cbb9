package org.fenton.local.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fenton.local.home.FentonHome;

/** One Quarkus service run from its jar as a child process, configured by environment variables only, like its pod. */
final class ServiceProcess {
    /** As in the image, with both compilers: where peak speed counts, as for a ranking, a prediction or a measurement. */
    private static final List<String> BOTH_COMPILERS = List.of("-Xss512k", "-XX:+UseSerialGC");

    /** Where start-up counts. */
    private static final List<String> QUICK_START = List.of("-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /**
     * A ranking of every candidate with all its terms and paths is a document of tens of megabytes. Every ranking leaves
     * twenty megabytes behind, and what is under way is copied at each sweep: the more fit in before, the less a call pays
     * for sweeps, above all under many callers. The pod has the same ({@code k8s/base/config/gateway.env}).
     */
    static final Map<String, List<String>> HEAP = Map.of(LocalStack.GATEWAY, List.of("-Xms1g", "-Xmx1g", "-Xmn640m"));

    private static final List<String> USUAL_HEAP = List.of("-Xmx256m");

    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR");
    private static final int LOG_LINES_SHOWN = 12;
    /** How every service begins the one line before it ends because of its configuration. */
    private static final String REFUSED = "Not started: ";

    private final Member member;
    private final Path log;
    private final Process process;

    private ServiceProcess(Member member, Path log, Process process) {
        this.member = member;
        this.log = log;
        this.process = process;
    }

    static ServiceProcess start(FentonHome home, String name, int port, Map<String, String> configuration) {
        List<String> options = name.equals(LocalStack.CATALOG) ? QUICK_START : BOTH_COMPILERS;
        return start(home, name, port, configuration, java(home, name, options));
    }

    static ServiceProcess startToMeasure(FentonHome home, String name, int port, Map<String, String> configuration) {
        return start(home, name, port, configuration, java(home, name, BOTH_COMPILERS));
    }

    /** From its image, inside of its own root. */
    static ServiceProcess startFrom(
            ImageRoots images, FentonHome home, String name, int port, Map<String, String> configuration) {
        return start(home, name, port, images.environment(name, configuration), images.command(name));
    }

    private static ServiceProcess start(
            FentonHome home, String name, int port, Map<String, String> configuration, List<String> command) {
        Path log = home.logs().resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(inOwnSession(command))
                .directory(home.data().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(key -> !PASSED_ON.contains(key) && !key.startsWith("QUARKUS_LOG_"));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        // one machine and its own user: nobody signs in, and `up` and `status` say so
        environment.put("FENTON_SECURITY", "off");
        environment.put("FENTON_LOG_JSON", "false");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.putAll(configuration);
        try {
            Process process = builder.start();
            return new ServiceProcess(Member.of(name, process.toHandle(), port, log), log, process);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** A session of its own keeps Ctrl-C and the closing of a terminal from the child: the launcher ends it in order. */
    private static List<String> inOwnSession(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            whole.add("/usr/bin/setsid");
        }
        whole.addAll(command);
        return whole;
    }

    private static List<String> java(FentonHome home, String name, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HEAP.getOrDefault(name, USUAL_HEAP));
        command.addAll(options);
        command.addAll(List.of("-jar", home.quarkusJar(name).toString()));
        return command;
    }

    Member member() {
        return member;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    boolean isReady() {
        try {
            URI health = URI.create("http://127.0.0.1:" + member.port() + "/q/health/ready");
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout((int) Duration.ofSeconds(1).toMillis());
            connection.setReadTimeout((int) Duration.ofSeconds(5).toMillis());
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** The line in which the service says that what it was given is no good; empty when it ended otherwise. */
    Optional<String> refusal() {
        return logLines().stream().filter(line -> line.startsWith(REFUSED)).findFirst();
    }

    /** The end of the log: what a person would look at first. */
    String lastLogLines() {
        List<String> lines = logLines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    private List<String> logLines() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of("(no log: " + e.getMessage() + ")");
        }
    }
}
