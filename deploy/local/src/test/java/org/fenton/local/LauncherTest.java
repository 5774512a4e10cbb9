package org.fenton.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the launcher says, in one line, when it cannot do what it is asked. */
class LauncherTest {
    @TempDir
    private Path root;

    private final StringWriter said = new StringWriter();
    private CommandLine fenton;

    @BeforeEach
    void emptyClone() throws IOException {
        Files.createDirectories(root.resolve("deploy/local/examples"));
        Files.writeString(root.resolve("deploy/local/examples/one.json"), "{}");
        fenton = Fenton.commandLine(new FentonHome(root, root.resolve(".local")));
        fenton.setErr(new PrintWriter(said, true));
    }

    private void assertSays(int exitCode, String line, String... arguments) {
        assertEquals(exitCode, fenton.execute(arguments), said.toString());
        assertEquals(line + "\n", said.toString());
    }

    @Test
    void namesAPortThatIsTakenAndItsOwner() throws IOException {
        bundle();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertEquals(
                    LauncherFailure.STACK,
                    fenton.execute(
                            "up",
                            "--bundle",
                            bundle(),
                            "--port-model",
                            port,
                            "--port-gateway",
                            "0",
                            "--port-catalog",
                            "0"));
            String owner = Files.exists(Path.of("/proc/net/tcp"))
                    ? " by process " + ProcessHandle.current().pid()
                    : "";
            assertTrue(
                    said.toString().startsWith("fenton: port " + port + " for model is taken" + owner),
                    said.toString());
            assertTrue(said.toString().endsWith("choose another with --port-model PORT\n"), said.toString());
        }
    }

    private String bundle() throws IOException {
        Path folder = Files.createDirectories(root.resolve("bundle"));
        Files.writeString(folder.resolve("card.json"), "{}");
        return folder.toString();
    }

    @Test
    void namesAMissingBundle() {
        Path missing = root.resolve("nowhere");
        assertSays(
                LauncherFailure.STACK,
                "fenton: no model bundle in " + missing
                        + ": name one with FENTON_BUNDLE, or make one with `fenton train`",
                "up",
                "--bundle",
                missing.toString());
    }

    @Test
    void namesAMissingCaseFile() {
        assertSays(
                LauncherFailure.INPUT,
                "fenton: no case file nope.json: see `fenton rank --help`",
                "rank",
                "--case",
                "nope.json");
    }

    @Test
    void listsTheExamplesThereAre() {
        assertSays(LauncherFailure.INPUT, "fenton: no example two: there are one", "rank", "--case-example", "two");
        said.getBuffer().setLength(0);
        assertSays(
                LauncherFailure.INPUT, "fenton: no example ../one: there are one", "rank", "--case-example", "../one");
    }

    @Test
    void namesAWrongOption() {
        assertSays(
                LauncherFailure.INPUT,
                "fenton rank: Invalid value for option '--format': expected one of [table, json, csv] (case-sensitive)"
                        + " but was 'xml'; see fenton rank --help",
                "rank",
                "--format",
                "xml");
    }

    @Test
    void namesAModuleThatIsNotBuilt() {
        Path jar = root.resolve("services/learning/target/fenton-learning-0.1.0.jar");
        assertSays(
                LauncherFailure.STACK,
                "fenton: " + jar + " is not built: run ./mvnw -B -DskipTests package",
                "activity",
                "--help");
    }

    @Test
    void catalogCommandsNameACatalogThatDoesNotAnswer() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            String url = "http://127.0.0.1:" + port;
            assertSays(
                    LauncherFailure.STACK,
                    "fenton: no catalog answers at " + url
                            + " (ConnectException): start one with `fenton up`, or name another with --url",
                    "catalog",
                    "diff",
                    "current",
                    "draft",
                    "--url",
                    url);
        }
    }

    @Test
    void catalogCommandsNameWhatIsWrongWithWhatTheyAreGiven() throws IOException {
        assertSays(
                LauncherFailure.INPUT, "fenton: no file nope.tsv", "catalog", "import", "nope.tsv", "--type", "edge");
        said.getBuffer().setLength(0);
        Path sheet = Files.writeString(root.resolve("edges.xlsx"), "");
        assertSays(
                LauncherFailure.INPUT,
                "fenton: 'xlsx' is no format: --format csv, tsv or jsonl",
                "catalog",
                "import",
                sheet.toString(),
                "--type",
                "edge");
        said.getBuffer().setLength(0);
        assertSays(
                LauncherFailure.INPUT,
                "fenton: --reason 'E037' should be TYPE:ID=TEXT",
                "catalog",
                "publish",
                "--reason",
                "E037");
        said.getBuffer().setLength(0);
        assertSays(
                LauncherFailure.INPUT,
                "fenton: --url 'localhost' should be like http://127.0.0.1:8081",
                "catalog",
                "export",
                "--what",
                "edge",
                "--url",
                "localhost");
    }

    /** Every faulty line of a file, each as file:line [column]. */
    @Test
    void aRefusedFileIsReportedLineByLine() throws IOException {
        String problem = "{\"detail\":\"2 fault(s), nothing was written\",\"status\":422,\"faultCount\":2,\"faults\":["
                + "{\"line\":3,\"column\":\"sign\",\"reason\":\"'plus' is not one of + - ?\",\"suggestion\":\"+\"},"
                + "{\"line\":9,\"reason\":\"has 2 cells, the header 14\"}]}";
        HttpServer catalog = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        catalog.createContext("/v1/imports", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = problem.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(422, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        catalog.start();
        try {
            Path file = Files.writeString(root.resolve("edges.tsv"), "id\n");
            assertSays(
                    LauncherFailure.INPUT,
                    "fenton: " + file + ": 2 faults, nothing was written\n"
                            + file + ":3 [sign] 'plus' is not one of + - ?; perhaps: +\n"
                            + file + ":9 has 2 cells, the header 14",
                    "catalog",
                    "import",
                    file.toString(),
                    "--type",
                    "edge",
                    "--url",
                    "http://127.0.0.1:" + catalog.getAddress().getPort());
        } finally {
            catalog.stop(0);
        }
    }

    /** What is due to be said is said as it can be typed. */
    @Test
    void aRefusedPublicationNamesTheItemAndTheOptionThatGivesItsReason() throws IOException {
        HttpServer catalog = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        catalog.createContext("/v1/releases", exchange -> {
            boolean isRead = exchange.getRequestMethod().equals("GET");
            String answer = isRead
                    ? "{\"id\":\"sha256:0\"}"
                    : "{\"detail\":\"nothing was published\",\"status\":422,\"errors\":[{\"detail\":\"the edge E040"
                            + " turns\","
                            + "\"suggestion\":\"{\\\"type\\\":\\\"edge\\\",\\\"id\\\":\\\"E040\\\",\\\"reason\\\":\\\"…\\\"}\"}]}";
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(isRead ? 200 : 422, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        catalog.start();
        try {
            assertSays(
                    LauncherFailure.INPUT,
                    "fenton: nothing was published\n  the edge E040 turns; --reason edge:'E040=…'",
                    "catalog",
                    "publish",
                    "--url",
                    "http://127.0.0.1:" + catalog.getAddress().getPort());
        } finally {
            catalog.stop(0);
        }
    }

    @Test
    void saysAProblemDocumentInOneLine() throws IOException {
        String problem = "{\"title\":\"Invalid request\",\"status\":400,\"detail\":\"2 faults\",\"errors\":["
                + "{\"pointer\":\"/oncotree\",\"detail\":\"unknown code LUADX\",\"suggestion\":\"LUAD\"},"
                + "{\"pointer\":\"/goal\",\"detail\":\"missing\"}]}";
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/v1/rankings", exchange -> {
            byte[] body = problem.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
        try {
            runningStackAt(gateway.getAddress().getPort());
            assertSays(
                    LauncherFailure.INPUT,
                    "fenton: /oncotree: unknown code LUADX (LUAD); /goal: missing",
                    "rank",
                    "--case-example",
                    "one");
        } finally {
            gateway.stop(0);
        }
    }

    /** A state file whose members are this very process. */
    private void runningStackAt(int port) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        long started = self.info().startInstant().orElseThrow().toEpochMilli();
        String member =
                "{\"name\":\"%s\",\"pid\":%d,\"startedEpochMillis\":%d,\"port\":%d,\"log\":\"none\",\"readySeconds\":0}";
        Files.createDirectories(root.resolve(".local"));
        Files.writeString(
                root.resolve(".local/stack.json"),
                "{\"format\":\"fenton-stack/1\",\"lifetime\":\"DETACHED\",\"launcher\":"
                        + member.formatted("launcher", 0, 0, 0)
                        + ",\"bundle\":\"none\",\"members\":["
                        + member.formatted("gateway", self.pid(), started, port)
                        + "]}");
    }

    @Test
    void aStaleStateFileMeansNothingRuns() throws IOException {
        runningStackAt(1);
        String state = Files.readString(root.resolve(".local/stack.json"));
        long self = ProcessHandle.current().pid();
        Files.writeString(
                root.resolve(".local/stack.json"),
                state.replaceAll(
                        "\"pid\":" + self + ",\"startedEpochMillis\":\\d+",
                        "\"pid\":" + self + ",\"startedEpochMillis\":1"));
        assertEquals(1, fenton.execute("status"), "a later process with the same pid was taken for the stack");
    }

    @Test
    void everyCommandExplainsItselfAndTheScriptBuildsForEach() throws IOException {
        Set<String> commands = new TreeSet<>(fenton.getSubcommands().keySet());
        assertEquals(
                Set.of(
                        "up",
                        "down",
                        "status",
                        "rank",
                        "activity",
                        "case",
                        "train",
                        "evaluate",
                        "evaluations",
                        "predict",
                        "import-screen",
                        "export-onnx",
                        "bench",
                        "catalog",
                        "rescore",
                        "rescore-parity",
                        "behaviour",
                        "backup",
                        "restore",
                        "sbom",
                        "chaos"),
                commands);
        fenton.getSubcommands()
                .forEach((name, command) -> assertTrue(
                        command.getCommandSpec().usageMessage().description().length > 0,
                        name + " has no description"));
        String script = Files.readString(Clone.ROOT.resolve("deploy/local/fenton"));
        assertTrue(
                script.contains("activity | case | evaluations | predict | import-screen | export-onnx | bench)"),
                "the script's list of learning commands");
        assertTrue(script.contains("train | evaluate)"), "the script's commands that read a release too");
        assertTrue(
                script.contains("\"catalog kill-test\" | \"catalog full-disk-test\" | \"bench catalog\")"),
                "the script's list of commands that start a catalog");
        assertTrue(
                script.contains(
                        "\"bench rank\" | \"bench workbench\" | \"bench cores\" | \"bench soak\" | \"chaos rank\" | \"chaos faults\""
                                + " | \"bench images\")"),
                "the script's list of commands that start a stack");
        assertTrue(
                script.contains("rescore-parity)")
                        && script.contains("\"bench rescore\" | \"chaos rescore\")")
                        && script.contains("\"chaos scores\")"),
                "the script's commands that need the job");
    }
}
