package org.fenton.gateway.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.fenton.documents.Json;

/** The grant {@code client_credentials} (RFC 6749, 4.4) at the one address that the operator wrote down. */
final class ClientCredentials {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SHORTEST_SECONDS = 30;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ServiceTokenConfig config;

    private ClientCredentials(ServiceTokenConfig config) {
        this.config = config;
    }

    record Granted(String token, Duration lifetime) {}

    static ClientCredentials of(ServiceTokenConfig config) {
        return new ClientCredentials(config);
    }

    Granted grant() throws IOException {
        String secret = config.clientSecretFile().isPresent()
                ? ServiceToken.secret(config.clientSecretFile().get())
                : "";
        String pair = encoded(config.clientId()) + ":" + encoded(secret);
        String form = "grant_type=client_credentials"
                + config.scope().map(scope -> "&scope=" + encoded(scope)).orElse("");
        HttpRequest request = HttpRequest.newBuilder(URI.create(config.url().orElseThrow()))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            JsonNode body = answer.statusCode() == 200 ? Json.parse(answer.body()) : null;
            if (body == null || !body.path("access_token").isTextual()) {
                throw new IOException("the token endpoint answered " + answer.statusCode() + " without a token");
            }
            long seconds = Math.max(SHORTEST_SECONDS, body.path("expires_in").asLong(SHORTEST_SECONDS));
            return new Granted(body.path("access_token").textValue(), Duration.ofSeconds(seconds));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
