package org.fenton.rescoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.fenton.rescoring.SmallCohort.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real job and a stand-in for the catalog that keeps what the real one keeps; {@code ScoreTest} holds that one to it. */
class ScoreWritingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 5;

    @TempDir
    static Path folder;

    private static SmallCohort small;
    private static Path cohort;

    private HttpServer server;
    private final List<JsonNode> batches = new ArrayList<>();
    private final Set<String> kept = new HashSet<>();
    /** What is answered in place of the truth, one after the other. */
    private final ConcurrentLinkedQueue<Integer> failures = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void writeInputs() throws IOException {
        small = new SmallCohort(folder);
        cohort = small.cohort("cohort.ndjson", SmallCohort.lines(0, ROWS));
    }

    @BeforeEach
    void up() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/scores", this::write);
        server.createContext("/v1/score-runs/", exchange -> answer(exchange, 200, kept.size()));
        server.start();
    }

    @AfterEach
    void down() {
        server.stop(0);
    }

    private void write(HttpExchange exchange) throws IOException {
        JsonNode batch = JSON.readTree(exchange.getRequestBody());
        Integer failure = failures.poll();
        // 599: the batch is kept and the answer is lost on its way
        if (failure == null || failure == 0 || failure == 599) {
            batches.add(batch);
            batch.path("rankings").forEach(each -> kept.add(each.path("digest").asText()));
        }
        answer(exchange, failure == null || failure == 0 ? 200 : failure, kept.size());
    }

    private static void answer(HttpExchange exchange, int status, int written) throws IOException {
        String body = status == 200
                ? "{\"run\":\"sha256:1\",\"added\":1,\"written\":" + written + ",\"complete\":" + (written >= ROWS)
                        + "}"
                : "{\"title\":\"The batch has faults\",\"detail\":\"1 fault(s)\",\"errors\":[{\"pointer\":"
                        + "\"/run/release\",\"detail\":\"no release\"}]}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Run run(String out) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return small.run(cohort, out, "--write-scores=" + address, "--scores-at-once=2", "--patience=1");
    }

    private List<String> sent() {
        return batches.stream()
                .flatMap(each -> StreamSupport.stream(each.path("rankings").spliterator(), false))
                .map(each -> each.path("digest").asText())
                .toList();
    }

    @Test
    void everyRankingIsSentOnceWithItsScoresAndWithoutItsLabel() throws IOException {
        Run run = run("all");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("scores: 5 rankings are in http://127.0.0.1"), run.out());
        assertEquals(3, batches.size());
        assertEquals(ROWS, Set.copyOf(sent()).size());
        assertEquals(ROWS, sent().size());
        JsonNode first = batches.get(0);
        assertEquals(ROWS, first.path("run").path("rankings").asInt());
        assertFalse(first.toString().contains("case 1"), "a label may be a name");
        JsonNode ranking = first.path("rankings").path(0);
        long candidates = small.table("all").stream().skip(1).count() / ROWS;
        assertEquals(candidates, ranking.path("scores").size());
        JsonNode score = ranking.path("scores").path(0);
        assertTrue(score.has("lower") && score.has("rank") && score.has("caveats"), score.toString());
    }

    @Test
    void aBusyOrSilentCatalogIsAskedAgain() {
        failures.addAll(List.of(503, 0, 429));
        assertEquals(0, run("busy").code());
        assertEquals(ROWS, sent().size());
    }

    @Test
    void aCatalogThatGoesAwayIsSaidAndTheNextRunGoesOnWhereThisOneWas() {
        failures.addAll(List.of(0, 503, 503, 503, 503, 503));
        Run away = run("away");
        assertEquals(ScoreOptions.NOT_WRITTEN, away.code());
        assertTrue(away.lastLine().contains("done 5, skipped 0, failed 0 of 5 rows; result in"), away.lastLine());
        assertTrue(away.lastLine().contains("2 of 5 rankings were written"), away.lastLine());
        assertTrue(Files.isDirectory(folder.resolve("away/current")), "the result is committed all the same");
        failures.clear();
        Run again = run("away");
        assertEquals(0, again.code(), again.err());
        assertTrue(again.lastLine().startsWith("done 0, skipped 5"), again.lastLine());
        assertEquals(ROWS, sent().size(), "nothing is sent twice");
        run("away");
        assertEquals(ROWS, sent().size(), "nor by a third run, which asks the catalog whether it has all");
    }

    @Test
    void anAnswerThatIsLostCostsTheBatchOnceMore() {
        failures.addAll(List.of(599));
        assertEquals(0, run("lost").code());
        assertEquals(ROWS + 2, sent().size());
        assertEquals(ROWS, kept.size());
    }

    @Test
    void aCatalogThatLostWhatItHadGetsItAgain() {
        assertEquals(0, run("restored").code());
        kept.clear();
        Run again = run("restored");
        assertEquals(0, again.code(), again.err());
        assertEquals(ROWS, kept.size());
    }

    @Test
    void aRefusalIsSaidAtOnceWithItsPlace() {
        failures.add(422);
        Run refused = run("refused");
        assertEquals(ScoreOptions.NOT_WRITTEN, refused.code());
        assertTrue(refused.lastLine().contains("The batch has faults"), refused.lastLine());
        assertTrue(refused.lastLine().contains("/run/release: no release"), refused.lastLine());
        assertEquals(0, batches.size(), "what is refused is not tried again");
    }
}
