package org.fenton.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fenton.local.home.BearerToken;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import org.fenton.local.stack.StackState;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rank",
        mixinStandardHelpOptions = true,
        description = {
            "Ranks therapies for one case and prints the gateway's answer, byte for byte.",
            "Without a case it ranks the shipped example: H1975 lung cancer cells resistant to WZ4002 (GSE37699).",
            "Uses the running stack, or starts one of its own on free ports and stops it afterwards."
        },
        footer = "Exit code 0: ranked. 2: the case is not acceptable, with the place named. 1: the stack failed.")
public final class RankCommand implements Callable<Integer> {
    private static final String EXAMPLE = "h1975-wz4002-resistant";
    private static final int ROWS_OF_A_TABLE = 10;

    private final FentonHome home;

    @ArgGroup
    private CaseChoice choice = new CaseChoice();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private RankFormat format;

    @Option(
            names = "--top",
            paramLabel = "N",
            description =
                    "Show the first N candidates of each list; the answer says how many there are. Default: 10 in a"
                            + " table, 20 otherwise.")
    private Integer top;

    @Option(names = "--gateway", paramLabel = "URL", description = "Asks this gateway instead of the running stack.")
    private URI remote;

    @Mixin
    private BearerToken token = new BearerToken();

    public RankCommand(FentonHome home) {
        this.home = home;
    }

    private static final class CaseChoice {
        @Option(
                names = "--case",
                paramLabel = "FILE",
                description = "A case file (docs/data.md, \"Case\"); - reads standard input.")
        private String file;

        @Option(
                names = "--case-example",
                paramLabel = "NAME",
                description = "A case of deploy/local/examples, by name.")
        private String example;
    }

    static Path defaultCase(FentonHome home) {
        return home.examples().resolve(EXAMPLE + ".json");
    }

    @Override
    public Integer call() throws IOException {
        byte[] caseJson = readCase();
        OptionalInt limit = limit();
        if (remote != null) {
            print(remote, caseJson, limit);
            return 0;
        }
        Optional<StackState> running = StackState.running(home.stateFile()).filter(StackState::isWhole);
        if (running.isPresent()) {
            print(running.get().address(LocalStack.GATEWAY), caseJson, limit);
            return 0;
        }
        StackSettings settings = new StackSettings(home, StackPorts.free(), home.bundle(), Lifetime.WITH_LAUNCHER);
        System.err.println("No stack is running: starting one for this ranking (`fenton up` keeps one).");
        try (LocalStack stack = LocalStack.start(settings, Progress.on(System.err))) {
            print(stack.gateway(), caseJson, limit);
        }
        return 0;
    }

    private OptionalInt limit() {
        if (top != null) {
            return OptionalInt.of(top);
        }
        return format == RankFormat.table ? OptionalInt.of(ROWS_OF_A_TABLE) : OptionalInt.empty();
    }

    private void print(URI gateway, byte[] caseJson, OptionalInt limit) throws IOException {
        byte[] answer = new RankClient(gateway, token).rank(caseJson, format.mediaType(), limit);
        System.out.write(answer);
        System.out.flush();
    }

    private byte[] readCase() throws IOException {
        if ("-".equals(choice.file)) {
            return System.in.readAllBytes();
        }
        Path file = choice.file != null
                ? Path.of(choice.file)
                : choice.example != null ? example(choice.example) : defaultCase(home);
        if (!Files.isRegularFile(file)) {
            throw LauncherFailure.input("no case file " + file + ": see `fenton rank --help`");
        }
        return Files.readAllBytes(file);
    }

    private Path example(String name) {
        Path file = home.examples().resolve(name + ".json").normalize();
        if (!file.startsWith(home.examples()) || !Files.exists(file)) {
            throw LauncherFailure.input("no example " + name + ": there are " + String.join(", ", examples()));
        }
        return file;
    }

    private List<String> examples() {
        try (Stream<Path> files = Files.list(home.examples())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + home.examples(), e);
        }
    }
}
