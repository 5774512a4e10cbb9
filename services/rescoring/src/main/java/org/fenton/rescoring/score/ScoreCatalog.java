package org.fenton.rescoring.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.Json;

/** The catalog's score API. What may pass by itself is tried again for a while: each batch can be sent any number of times. */
final class ScoreCatalog {
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final int TICK_MILLIS = 100;
    private static final String TOKEN = "FENTON_TOKEN";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String address;
    private final Duration patience;
    private final BooleanSupplier stopped;

    /**
     * @param address of the catalog
     * @param patience how long a silent catalog is asked again before it is given up
     * @param stopped whether somebody wants this process to end
     */
    ScoreCatalog(URI address, Duration patience, BooleanSupplier stopped) {
        this.address = address.toString().replaceAll("/+$", "");
        this.patience = patience;
        this.stopped = stopped;
    }

    /** What the catalog says of a batch. */
    JsonNode write(JsonNode batch) throws ScoresNotWritten, InterruptedException {
        HttpRequest.Builder post = request("/v1/scores")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(CanonicalJson.bytes(batch)));
        return answered(post.build()).orElseThrow(() -> new ScoresNotWritten(address + " has no score API"));
    }

    /** Whether all of a run is there. */
    boolean isComplete(String run) throws ScoresNotWritten, InterruptedException {
        return answered(request("/v1/score-runs/" + run).GET().build())
                .map(each -> each.path("complete").asBoolean())
                .orElse(false);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(ANSWER);
        String token = System.getenv(TOKEN);
        if (token != null && !token.isBlank()) {
            request.header("Authorization", "Bearer " + token.strip());
        }
        return request;
    }

    /** Empty where there is no such thing. */
    private Optional<JsonNode> answered(HttpRequest request) throws ScoresNotWritten, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            String silence;
            try {
                HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                int status = answer.statusCode();
                if (status == 200) {
                    return Optional.of(Json.parse(answer.body()));
                }
                if (status == 404) {
                    return Optional.empty();
                }
                if (status < 500 && status != 429) {
                    throw new ScoresNotWritten(address + " refuses: " + problem(answer));
                }
                silence = address + " answers " + status;
            } catch (IOException unreachable) {
                silence = address + " does not answer";
            }
            if (System.nanoTime() + pause * 1_000_000 > deadline) {
                throw new ScoresNotWritten(silence + ", asked for " + patience.toSeconds() + " s");
            }
            pause(pause);
        }
    }

    /** Sleeps, unless a signal comes. */
    private void pause(long millis) throws ScoresNotWritten, InterruptedException {
        for (long slept = 0; slept < millis; slept += TICK_MILLIS) {
            refuseIfStopped();
            Thread.sleep(TICK_MILLIS);
        }
    }

    void refuseIfStopped() throws ScoresNotWritten {
        if (stopped.getAsBoolean()) {
            throw new ScoresNotWritten("stopped by a signal");
        }
    }

    private static String problem(HttpResponse<byte[]> answer) {
        try {
            JsonNode said = Json.parse(answer.body());
            JsonNode first = said.path("errors").path(0);
            String place = first.isMissingNode()
                    ? ""
                    : "; " + first.path("pointer").asText() + ": "
                            + first.path("detail").asText();
            return answer.statusCode() + " " + said.path("title").asText() + ", "
                    + said.path("detail").asText() + place;
        } catch (RuntimeException noProblemDocument) {
            return Integer.toString(answer.statusCode());
        }
    }
}
