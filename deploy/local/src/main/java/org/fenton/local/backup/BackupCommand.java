package org.fenton.local.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.DataLock;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.StackState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Backs up what nothing can make again: PostgreSQL's data (imports, curation, releases, decision records)"
                    + " and the promotions of the model.",
            "Works while the stack runs and while it does not. The file holds decision records: keep it as you keep"
                    + " them."
        },
        footer = "Exit code 2: the file is there already. 1: nothing to back up, or it failed; then no file is left.")
public final class BackupCommand implements Callable<Integer> {
    private final FentonHome home;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Default: backups/ in the data folder, named by the time.")
    private Path out;

    public BackupCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(home.postgresData().resolve("PG_VERSION"))) {
            throw LauncherFailure.stack("no database in " + home.data() + ": nothing to back up");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path file = out == null
                ? home.data().resolve("backups/fenton-" + now.toString().replace(":", "") + ".zip")
                : out;
        long begin = System.nanoTime();
        Optional<StackState> running = StackState.running(home.stateFile());
        try (Archive.Writer archive = new Archive.Writer(file)) {
            archive.note("made", now.toString());
            archive.note(
                    "postgres",
                    Files.readString(home.postgresData().resolve("PG_VERSION")).strip());
            BaseBackup database = new BaseBackup(home.postgresData(), archive);
            if (running.isPresent()) {
                head(running.get()).ifPresent(head -> archive.note("head", head));
                database.ofRunning(jdbcUrl(running.get()));
            } else {
                try (DataLock lock = DataLock.take(home.data())) {
                    database.ofStopped();
                }
            }
            promotions(archive);
            archive.finish();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d files, %.1f MB, in %.1f s, %s%n",
                    file,
                    archive.files(),
                    Files.size(file) / 1e6,
                    (System.nanoTime() - begin) / 1e9,
                    running.isPresent() ? "while the stack ran" : "of a stopped stack");
        }
        return 0;
    }

    private static String jdbcUrl(StackState state) {
        return "jdbc:postgresql://127.0.0.1:"
                + state.member(LocalStack.POSTGRES).port() + "/fenton?user=postgres&password=local";
    }

    private void promotions(Archive.Writer archive) throws IOException {
        Path journal = home.data().resolve("model/promotions.jsonl");
        if (Files.exists(journal)) {
            try (InputStream bytes = Files.newInputStream(journal)) {
                archive.add("model/promotions.jsonl", bytes);
            }
        }
    }

    /** The hash of the last link of the chain of decisions, to be compared after a restore. */
    private static Optional<String> head(StackState state) {
        URI verification = state.address(LocalStack.GATEWAY).resolve("/v1/decisions/verification");
        try {
            byte[] report = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(verification).build(), BodyHandlers.ofByteArray())
                    .body();
            return Optional.of(new ObjectMapper().readTree(report).path("head").asText())
                    .filter(head -> !head.isEmpty());
        } catch (IOException noGateway) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
