package org.fenton.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Neighbours that fall silent, cut lines and come back while callers go on: every answer is the one of calm times, or says what it lacks.
 * {@code fenton chaos rank} does the same with processes that are killed.
 */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
@TestProfile(DegradingTest.Impatient.class)
class UnderFireTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CALLERS = 3;

    @TestHTTPResource("/v1/rankings")
    URI rankings;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, JsonNode> calm = new ConcurrentHashMap<>();
    private final Map<Integer, JsonNode> withoutModel = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> gaps = new ConcurrentLinkedQueue<>();

    private HttpResponse<String> rank(int number) throws IOException, InterruptedException {
        String reported =
                "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"reported\":{\"scale\":\"zscore\",\"activities\":"
                        + "[{\"network\":\"collectri\",\"source\":\"STAT3\",\"score\":" + (1 + number) / 64.0 + "}]}}";
        return http.send(
                HttpRequest.newBuilder(rankings)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(reported))
                        .build(),
                BodyHandlers.ofString());
    }

    private void judge(int number) throws IOException, InterruptedException {
        HttpResponse<String> answer = rank(number);
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            wrong.add("status " + answer.statusCode() + ": " + answer.body());
            return;
        }
        ObjectNode body = (ObjectNode) JSON.readTree(answer.body());
        JsonNode degraded = body.remove("degraded");
        degraded.forEach(gap -> gaps.add(gap.path("part").asText()));
        boolean saysNoModel = degraded.findValuesAsText("part").contains("model");
        if (saysNoModel != body.path("bundle").asText().equals("none")) {
            wrong.add("what it says of the model and its bundle disagree: " + degraded);
        }
        Map<Integer, JsonNode> known = saysNoModel ? withoutModel : calm;
        JsonNode before = known.putIfAbsent(number, body);
        if (before != null && !before.equals(body)) {
            wrong.add("another answer than before to case " + number);
        }
    }

    private static void until(BooleanSupplier seen) throws InterruptedException {
        for (int i = 0; i < 1200 && !seen.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertTrue(seen.getAsBoolean(), "it was never seen");
    }

    @Test
    void everyAnswerIsThatOfCalmTimesOrSaysWhatItLacks() throws Exception {
        for (int number = 0; number < CALLERS; number++) {
            judge(number);
        }
        assertEquals(CALLERS, calm.size(), "calm answers to begin with: " + wrong);
        assertTrue(gaps.isEmpty(), "nothing lacks yet");
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> calls = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(number -> callers.submit(() -> {
                        while (going.get()) {
                            judge(number);
                        }
                        return null;
                    }))
                    .toList();
            for (Neighbours.Mood mood : List.of(Neighbours.Mood.CUTS, Neighbours.Mood.HANGS)) {
                gaps.clear();
                Neighbours.model = mood;
                until(() -> gaps.contains("model"));
                Neighbours.model = Neighbours.Mood.ANSWERS;
                recovered();
            }
            Neighbours.catalog = Neighbours.Mood.CUTS;
            until(() -> gaps.contains("catalog"));
            Neighbours.catalog = Neighbours.Mood.ANSWERS;
            recovered();
            going.set(false);
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            going.set(false);
            Neighbours.model = Neighbours.Mood.ANSWERS;
            Neighbours.catalog = Neighbours.Mood.ANSWERS;
            callers.shutdownNow();
        }
        assertEquals(List.of(), List.copyOf(wrong));
        assertFalse(withoutModel.isEmpty(), "the model was missed");
    }

    /** An answer without gaps again, by itself. */
    private void recovered() throws InterruptedException {
        until(() -> {
            try {
                return JSON.readTree(rank(0).body()).path("degraded").isEmpty();
            } catch (IOException | InterruptedException failed) {
                return false;
            }
        });
    }
}
