package org.fenton.local.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fenton.local.home.LauncherFailure;

/** The scores that a job wrote to a catalog, held against the gateway's answers. */
final class CatalogScores {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LISTS = List.of("candidates", "conflicted", "expectedHarm", "noAnswer");

    private final URI catalog;
    private final HttpClient http = HttpClient.newHttpClient();
    private long equal;
    private long wrong;

    CatalogScores(URI catalog) {
        this.catalog = catalog;
    }

    /** Reads the whole run back, page by page. */
    void compare(Collection<Path> answers) throws IOException, InterruptedException {
        Map<String, String> expected = new HashMap<>();
        for (Path answer : answers) {
            expect(Files.readAllBytes(answer), expected);
        }
        String page = "/v1/scores?limit=1000&run=" + URLEncoder.encode(run(answers.size()), StandardCharsets.UTF_8);
        for (String after = ""; after != null; ) {
            HttpResponse<String> answer = get(page + after);
            for (JsonNode each : JSON.readTree(answer.body()).path("items")) {
                String known = expected.remove(key(each.path("digest").asText(), each));
                boolean same = known != null && known.equals(each.path("score").asText());
                equal += same ? 1 : 0;
                wrong += same ? 0 : 1;
            }
            after = answer.headers().allValues("Link").stream()
                    .filter(link -> link.contains("rel=\"next\""))
                    .map(link -> link.replaceAll(".*[?&](after=[^&>]*).*rel=\"next\".*", "&$1"))
                    .findFirst()
                    .orElse(null);
        }
        wrong += expected.size();
    }

    long equal() {
        return equal;
    }

    /** Other scores, and scores on one side only. */
    long wrong() {
        return wrong;
    }

    private static void expect(byte[] answer, Map<String, String> expected) throws IOException {
        JsonNode ranking = JSON.readTree(answer);
        String digest = "sha256:" + HexFormat.of().formatHex(sha256(answer));
        for (String list : LISTS) {
            ranking.path(list)
                    .forEach(each ->
                            expected.put(key(digest, each), each.path("score").asText()));
        }
        ranking.path("excluded").forEach(each -> expected.put(key(digest, each), ""));
    }

    private static String key(String digest, JsonNode candidate) {
        return digest + " " + candidate.path("combination").asText();
    }

    /** The one whole run of so many rankings. */
    private String run(int rankings) throws IOException, InterruptedException {
        for (JsonNode run :
                JSON.readTree(get("/v1/score-runs?limit=1000").body()).path("items")) {
            if (run.path("rankings").asInt() == rankings && run.path("complete").asBoolean()) {
                return run.path("id").asText();
            }
        }
        throw LauncherFailure.stack("the catalog has no whole run of " + rankings + " rankings");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(catalog.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw LauncherFailure.stack(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
