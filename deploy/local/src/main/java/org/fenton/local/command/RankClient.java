package org.fenton.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalInt;
import org.fenton.local.home.BearerToken;
import org.fenton.local.home.LauncherFailure;

/** Asks a gateway for a ranking and returns the bytes of its answer. */
public final class RankClient {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;
    private final BearerToken token;

    public RankClient(URI gateway) {
        this(gateway, new BearerToken());
    }

    public RankClient(URI gateway, BearerToken token) {
        this.gateway = gateway;
        this.token = token;
    }

    public byte[] rank(byte[] caseJson, String mediaType, OptionalInt top) {
        HttpResponse<byte[]> response = post(caseJson, mediaType, top);
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        String line = ProblemLine.of(response.statusCode(), response.body());
        throw response.statusCode() < 500 ? LauncherFailure.input(line) : LauncherFailure.stack(line);
    }

    public HttpResponse<byte[]> post(byte[] caseJson, String mediaType, OptionalInt top) {
        String query = top.isPresent() ? "?top=" + top.getAsInt() : "";
        HttpRequest request = token.on(gateway, HttpRequest.newBuilder(gateway.resolve("/v1/rankings" + query)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", mediaType)
                .POST(BodyPublishers.ofByteArray(caseJson))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw LauncherFailure.stack("no answer from the gateway at " + gateway + " ("
                    + e.getClass().getSimpleName() + "): see `fenton status` and its log");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LauncherFailure.stack("interrupted while waiting for the gateway");
        }
    }
}
