package org.fenton.local.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** An issuer of tokens on a real socket: its key set, and a token endpoint for the gateway's own calls. */
final class TestIssuer {
    static final String NAME = "https://issuer.example/realms/fenton";
    static final String AUDIENCE = "fenton";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIFE_SECONDS = 300;

    private final HttpServer server;
    private volatile List<TestKey> published;

    TestIssuer(TestKey... keys) throws IOException {
        published = List.of(keys);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            ObjectNode set = JSON.createObjectNode();
            published.forEach(key -> set.withArray("keys").add(key.jwk()));
            answer(exchange, set);
        });
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        JSON.createObjectNode()
                                .put("access_token", token("fenton-gateway", "fenton", "reader"))
                                .put("expires_in", LIFE_SECONDS)));
        server.setExecutor(Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "test-issuer");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** From now on only these. */
    void publish(TestKey... keys) {
        published = List.of(keys);
    }

    String keysUrl() {
        return address() + "/keys";
    }

    String tokenUrl() {
        return address() + "/token";
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String token(String subject, String tenant, String... roles) {
        return token(claims -> {
            claims.put("sub", subject).put("tenant", tenant);
            for (String role : roles) {
                claims.withArray("roles").add(role);
            }
            return claims;
        });
    }

    /** A good token but for what {@code change} does to its claims. */
    String token(UnaryOperator<ObjectNode> change) {
        TestKey key = published.get(0);
        return key.signed(key.header(), change.apply(claims()));
    }

    static ObjectNode claims() {
        long now = Instant.now().getEpochSecond();
        return JSON.createObjectNode()
                .put("iss", NAME)
                .put("aud", AUDIENCE)
                .put("iat", now)
                .put("exp", now + LIFE_SECONDS);
    }

    private static void answer(HttpExchange exchange, ObjectNode body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
