package org.fenton.local.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.fenton.local.home.BearerToken;
import org.fenton.local.home.LauncherFailure;

/** Speaks to a running catalog. Nothing is started for it. */
public final class CatalogClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI catalog;
    private final BearerToken token;

    public CatalogClient(URI catalog) {
        this(catalog, new BearerToken());
    }

    CatalogClient(URI catalog, BearerToken token) {
        this.catalog = catalog;
        this.token = token;
    }

    /** An answer that is not 2xx, as the catalog worded it. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient JsonNode problem;

        Refused(int status, JsonNode problem) {
            super(problem.path("detail").asText(problem.path("title").asText("the catalog answered " + status)));
            this.status = status;
            this.problem = problem;
        }

        public int status() {
            return status;
        }

        public JsonNode problem() {
            return problem;
        }

        public LauncherFailure inOneLine() {
            JsonNode first = problem.path("errors").path(0);
            String place = first.path("pointer").asText("");
            String suggestion = first.path("suggestion").asText("");
            boolean isSaid = getMessage().contains(suggestion);
            String line = getMessage()
                    + (place.isEmpty() ? "" : " (" + place + ")")
                    + (suggestion.isEmpty() || isSaid ? "" : ": " + suggestion);
            return status < 500 ? LauncherFailure.input(line) : LauncherFailure.stack(line);
        }
    }

    public JsonNode get(String path) {
        return json(send(HttpRequest.newBuilder(catalog.resolve(path))
                .header("Accept", "application/json")
                .GET()));
    }

    /** The body as it arrives; the caller closes it. */
    public InputStream open(String path, String accept) {
        return send(HttpRequest.newBuilder(catalog.resolve(path))
                        .header("Accept", accept)
                        .GET())
                .body();
    }

    public JsonNode post(String path, String mediaType, BodyPublisher body) {
        return json(send(HttpRequest.newBuilder(catalog.resolve(path))
                .header("Content-Type", mediaType)
                .header("Accept", "application/json")
                .POST(body)));
    }

    public JsonNode post(String path, JsonNode body) {
        return post(path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    /** What a change of this has to name as the state that it changes. */
    public String tag(String path) {
        HttpResponse<InputStream> answer = send(HttpRequest.newBuilder(catalog.resolve(path))
                .header("Accept", "application/json")
                .GET());
        json(answer);
        return answer.headers().firstValue("ETag").orElse("");
    }

    /** The same as {@link #post} of what {@code tag} stands for. */
    public JsonNode postIf(String tag, String path, JsonNode body) {
        return json(send(HttpRequest.newBuilder(catalog.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("If-Match", tag)
                .POST(BodyPublishers.ofString(body.toString()))));
    }

    public static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) {
        HttpResponse<InputStream> response;
        try {
            response = http.send(token.on(catalog, request).timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw LauncherFailure.stack("no catalog answers at " + catalog + " ("
                    + e.getClass().getSimpleName() + "): start one with `fenton up`, or name another with --url");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LauncherFailure.stack("interrupted while waiting for the catalog");
        }
        if (response.statusCode() / 100 != 2) {
            throw new Refused(response.statusCode(), problem(response));
        }
        return response;
    }

    private static JsonNode problem(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            JsonNode problem = JSON.readTree(body);
            return problem == null ? JSON.createObjectNode() : problem;
        } catch (IOException noJson) {
            return JSON.createObjectNode();
        }
    }

    private static JsonNode json(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return JSON.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException("the catalog's answer broke off", broken);
        }
    }
}
