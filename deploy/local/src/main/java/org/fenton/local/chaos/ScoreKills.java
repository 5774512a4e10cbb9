package org.fenton.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.parity.Parity;
import org.fenton.local.parity.ParityCases;
import org.fenton.local.stack.LoneCatalog;

/** Kills a catalog with SIGKILL in the middle of a write of {@code fenton rescore --write-scores}, and counts what it holds. */
final class ScoreKills {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_WRITTEN = 5;

    private final LoneCatalog catalog;
    private final Path folder;
    private final PrintWriter out;
    private final HttpClient http = HttpClient.newHttpClient();
    private boolean right = true;

    ScoreKills(LoneCatalog catalog, Path folder, PrintWriter out) {
        this.catalog = catalog;
        this.folder = folder;
        this.out = out;
    }

    /**
     * Whether every run ended as it must and nothing was lost or is there twice.
     *
     * @param kills after all but the last the catalog stays dead until the job has given up; after the last it is back before
     */
    boolean run(int cases, int kills, ParityCases made, Parity.Rescoring job) throws IOException, InterruptedException {
        Path cohort = folder.resolve("cohort.ndjson");
        try (OutputStream lines = Files.newOutputStream(cohort)) {
            for (int number = 0; number < cases; number++) {
                lines.write(made.of(number));
                lines.write('\n');
            }
        }
        out.println(
                "catalog                      in the middle of                          rankings there   job ended");
        out.flush();
        for (int kill = 1; kill <= kills; kill++) {
            boolean back = kill == kills;
            FutureTask<Integer> running = start(job, cohort, back ? 120 : 1);
            Optional<String> middle = killMidWrite(running, cases * kill / (kills + 1));
            if (back) {
                catalog.startCatalog();
            }
            int code = ended(running);
            if (!back) {
                catalog.startCatalog();
            }
            catalog.awaitReady();
            int wanted = back ? 0 : NOT_WRITTEN;
            right &= middle.isPresent() && code == wanted;
            out.printf(
                    "%-28s %-40s %5d of %-6d %5d, %s%n",
                    back ? "killed and started again" : "killed, dead until job ended",
                    middle.orElse("NO WRITE: nothing was killed"),
                    written(),
                    cases,
                    code,
                    code == wanted ? "as it must be" : "WRONG");
            out.flush();
        }
        int last = ended(start(job, cohort, 120));
        return whole(cases) && last == 0 && right;
    }

    private FutureTask<Integer> start(Parity.Rescoring job, Path cohort, int patience) {
        List<String> arguments = new ArrayList<>(List.of(
                "--cohort=" + cohort,
                "--out=" + folder.resolve("ranked"),
                "--master=local[1]",
                "--progress=none",
                "--release=" + catalog.address().resolve("/v1/releases/current/lines"),
                "--write-scores=" + catalog.address(),
                "--scores-at-once=1",
                "--patience=" + patience));
        FutureTask<Integer> running = new FutureTask<>(() -> job.run(arguments));
        CompletableFuture.runAsync(running);
        return running;
    }

    /** Waits for that many rankings, then for a transaction that has written scores; what it was at. */
    private Optional<String> killMidWrite(FutureTask<Integer> running, int rankings)
            throws IOException, InterruptedException {
        while (!running.isDone()) {
            Optional<LoneCatalog.Writer> writer = written() < rankings ? Optional.empty() : catalog.writer();
            if (writer.isPresent()) {
                catalog.killCatalog();
                String statement = writer.get().statement();
                return Optional.of(statement.substring(0, Math.min(40, statement.length())));
            }
            Thread.sleep(2);
        }
        return Optional.empty();
    }

    private static int ended(FutureTask<Integer> running) throws IOException, InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException failed) {
            throw new IOException("the job could not be run", failed.getCause());
        }
    }

    /** Everything is there once: what the catalog counts is what the job has in its tables. */
    private boolean whole(int cases) throws IOException, InterruptedException {
        JsonNode runs = get("/v1/score-runs");
        JsonNode run = runs.at("/items/0");
        long rows = get("/v1/scores?limit=1&run=" + run.path("id").asText())
                .path("total")
                .asLong();
        long ranked = JSON.readTree(Files.readAllBytes(folder.resolve("ranked/current/summary.json")))
                .path("candidateRows")
                .asLong();
        boolean whole = runs.path("total").asInt() == 1
                && run.path("complete").asBoolean()
                && run.path("written").asInt() == cases
                && rows == ranked;
        out.printf(
                "%d run, %d of %d rankings, %d scores in the catalog, %d in the result: %s%n",
                runs.path("total").asInt(),
                run.path("written").asInt(),
                cases,
                rows,
                ranked,
                whole ? "nothing lost, nothing twice" : "WRONG");
        out.flush();
        return whole;
    }

    private int written() throws IOException, InterruptedException {
        return get("/v1/score-runs").at("/items/0/written").asInt();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(URI.create(catalog.address() + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw LauncherFailure.stack("the catalog answers " + answer.statusCode() + " to " + path);
        }
        return JSON.readTree(answer.body());
    }
}
