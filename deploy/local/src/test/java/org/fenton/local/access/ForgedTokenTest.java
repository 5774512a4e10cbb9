package org.fenton.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens that differ from a good one in one thing, sent to each of the three services: every one is a 401. */
class ForgedTokenTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PROTECTED =
            Map.of("catalog", "/v1/counts", "model", "/v1/models", "gateway", "/v1/rankings/x");

    private static SecuredStack secured;

    @BeforeAll
    static void up() {
        secured = SecuredStack.shared();
    }

    private static ObjectNode claims() {
        ObjectNode claims = TestIssuer.claims().put("sub", "u").put("tenant", SecuredStack.TENANT);
        claims.withArray("roles").add("reader").add("clinician");
        return claims;
    }

    private static String with(UnaryOperator<ObjectNode> change) {
        return secured.key.signed(secured.key.header(), change.apply(claims()));
    }

    private static UnaryOperator<ObjectNode> set(String name, Object value) {
        return claims -> {
            claims.set(name, JSON.valueToTree(value));
            return claims;
        };
    }

    private static UnaryOperator<ObjectNode> without(String name) {
        return claims -> {
            claims.remove(name);
            return claims;
        };
    }

    private static Map<String, String> forged(String elsewhere) {
        TestKey key = secured.key;
        TestKey stranger = new TestKey(key.id);
        long now = Instant.now().getEpochSecond();
        String good = with(claims -> claims);
        String[] parts = good.split("\\.");
        ObjectNode raised = claims();
        raised.withArray("roles").add("operator");
        ObjectNode embedded = stranger.header();
        embedded.set("jwk", stranger.jwk());
        ObjectNode none = key.header().put("alg", "none");
        ObjectNode hs = key.header().put("alg", "HS256");
        Map<String, String> table = new LinkedHashMap<>();
        table.put("alg none, no signature", TestKey.part(none) + "." + parts[1] + ".");
        table.put("alg none, a signature", TestKey.part(none) + "." + parts[1] + "." + parts[2]);
        table.put("HS256 with the public key as secret", TestKey.hmac(key.publicBytes(), hs, claims()));
        table.put("HS256 that calls itself RS256", TestKey.hmac(key.publicBytes(), key.header(), claims()));
        table.put("another issuer", with(set("iss", "https://other.example")));
        table.put("no issuer", with(without("iss")));
        table.put("another audience", with(set("aud", "another-service")));
        table.put("no audience", with(without("aud")));
        table.put("expired", with(set("exp", now - 60)));
        table.put("no expiry", with(without("exp")));
        table.put("not yet valid", with(set("nbf", now + 600)));
        table.put("no time of issue", with(without("iat")));
        table.put("no subject", with(without("sub")));
        table.put("no tenant", with(without("tenant")));
        table.put("tenant is a number", with(set("tenant", 7)));
        table.put("tenant is a path", with(set("tenant", "north/../south")));
        table.put("tenant is a list", with(set("tenant", List.of("north", "south"))));
        table.put("another key under the same id", stranger.signed(stranger.header(), claims()));
        table.put("unknown key id", key.signed(key.header().put("kid", "key-9"), claims()));
        table.put("roles raised after signing", parts[0] + "." + TestKey.part(raised) + "." + parts[2]);
        table.put("signature cut", good.substring(0, good.length() - 4));
        table.put(
                "jku names the forger's keys", stranger.signed(stranger.header().put("jku", elsewhere), claims()));
        table.put(
                "x5u names the forger's chain",
                stranger.signed(stranger.header().put("x5u", elsewhere), claims()));
        table.put("jwk in the header", stranger.signed(embedded, claims()));
        table.put("no token at all", "");
        table.put("not a token", "abc");
        table.put("an endless token", good + "A".repeat(6000));
        return table;
    }

    @Test
    void everyForgedTokenIsRefusedByEveryServiceAndNoAddressInItIsAsked() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer forger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        forger.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        forger.start();
        try {
            var forged = forged("http://127.0.0.1:" + forger.getAddress().getPort() + "/keys");
            System.out.printf("%-40s %8s %8s %8s%n", "token", "catalog", "model", "gateway");
            for (var token : forged.entrySet()) {
                StringBuilder line = new StringBuilder("%-40s".formatted(token.getKey()));
                for (String service : List.of("catalog", "model", "gateway")) {
                    int status = status(service, token.getValue());
                    line.append(" %8d".formatted(status));
                    assertEquals(401, status, token.getKey() + " at " + service);
                }
                System.out.println(line);
            }
            assertTrue(forged.size() > 25, forged.size() + " tokens");
            assertEquals(0, asked.get(), "addresses in tokens that were asked");
        } finally {
            forger.stop(0);
        }
    }

    private static int status(String service, String token) {
        var address = secured.address(service).resolve(PROTECTED.get(service));
        return secured.send("GET", address, token, null).statusCode();
    }

    @Test
    void theSameTokenUnforgedIsTaken() {
        String good = with(claims -> claims);
        assertEquals(200, status("catalog", good));
        assertEquals(200, status("model", good));
        assertEquals(404, status("gateway", good), "no such record");
        assertEquals(
                200, status("catalog", with(set("aud", List.of("x", TestIssuer.AUDIENCE)))), "one audience of two");
    }

    @Test
    void aRotatedKeyIsTakenWithoutARestartAndTheOldOneNoMore() throws InterruptedException {
        TestKey next = new TestKey("key-2");
        String old = with(claims -> claims);
        secured.issuer.publish(next);
        String fresh = next.signed(next.header(), claims());
        assertEquals(200, awaited("catalog", fresh));
        assertEquals(401, status("catalog", old));
        secured.issuer.publish(secured.key);
        for (String service : List.of("catalog", "model")) {
            assertEquals(200, awaited(service, with(claims -> claims)));
        }
        awaited("gateway", with(claims -> claims));
    }

    /** A key that is not known is asked for again, but not more often than every ten seconds. */
    private static int awaited(String service, String token) throws InterruptedException {
        int status = 401;
        for (int tries = 0; tries < 80 && status == 401; tries++) {
            status = status(service, token);
            Thread.sleep(250);
        }
        return status;
    }
}
