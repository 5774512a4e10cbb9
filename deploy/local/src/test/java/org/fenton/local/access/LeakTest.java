package org.fenton.local.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fenton.local.Clone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A patient's name put into every field, header and address, one at a time, of what the services take: no 5xx, and afterwards
 * no log, no metric and no span of any service holds it.
 */
class LeakTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "Zyxwina Quarxelblatt";
    private static final List<String> SHAPES =
            List.of(NAME, "1961-07-23 " + NAME, NAME.replace(' ', '_'), "\"" + NAME + "\n{");
    private static final List<String> HEADERS = List.of(
            "X-Request-Id",
            "User-Agent",
            "Accept",
            "Accept-Language",
            "Idempotency-Key",
            "Prefer",
            "If-None-Match",
            "Origin",
            "Referer",
            "Cookie",
            "baggage",
            "X-Forwarded-For",
            "Content-Type",
            "Authorization");

    private static SecuredStack secured;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Random dice = new Random(9);
    private String worst = "";
    private int worstStatus;

    @BeforeAll
    static void up() {
        secured = SecuredStack.shared();
    }

    private record Target(String service, String path, JsonNode body) {}

    private static List<Target> targets() throws IOException {
        return List.of(
                new Target("gateway", "/v1/rankings", read("deploy/local/examples/h1975-wz4002-resistant.json")),
                new Target(
                        "gateway",
                        "/fhir/$rank-combinations",
                        read("services/gateway/src/test/resources/fhir/case-bundle.json")),
                new Target(
                        "gateway",
                        "/v1/phenopackets",
                        read("services/gateway/src/test/resources/phenopacket/packet.json")),
                new Target(
                        "model", "/v1/predictions", read("docs/api/model/examples/predictions-contrast-request.json")),
                new Target(
                        "model",
                        "/v1/pathway-activities",
                        read("docs/api/model/examples/activities-contrast-request.json")),
                new Target(
                        "catalog",
                        "/v1/reports",
                        JSON.readTree(
                                "{\"type\":\"claim\",\"id\":\"C001\",\"reason\":\"x\",\"details\":\"x\",\"reporter\":\"x\"}")));
    }

    private static JsonNode read(String file) throws IOException {
        return JSON.readTree(Files.readAllBytes(Clone.ROOT.resolve(file)));
    }

    @Test
    void aNameInAnyPlaceIsFoundInNoLogNoMetricAndNoSpan() throws Exception {
        for (Target target : targets()) {
            List<JsonNode> holders = new ArrayList<>();
            collect(target.body(), holders);
            int most = Math.min(60, holders.size());
            for (int i = 0; i < most; i++) {
                JsonNode body = target.body().deepCopy();
                List<JsonNode> own = new ArrayList<>();
                collect(body, own);
                spoil(own.get(most == holders.size() ? i : dice.nextInt(own.size())));
                send(
                        "POST",
                        target.service(),
                        target.path(),
                        body.toString(),
                        Map.of("Content-Type", "application/json"));
            }
            send(
                    "POST",
                    target.service(),
                    target.path(),
                    "{\"" + NAME + "\":" + NAME,
                    Map.of("Content-Type", "application/json"));
            send(
                    "POST",
                    target.service(),
                    target.path(),
                    "[".repeat(5000) + NAME,
                    Map.of("Content-Type", "application/json"));
        }
        String escaped = NAME.replace(" ", "%20");
        for (String service : List.of("catalog", "model", "gateway")) {
            for (String header : HEADERS) {
                send("GET", service, "/service-info", null, Map.of(header, NAME));
                send("GET", service, protectedPath(service), null, Map.of(header, NAME));
            }
            for (String path : List.of(
                    "/" + escaped,
                    "/v1/" + escaped,
                    "/q/" + escaped,
                    "/v1/releases/" + escaped + "/lines",
                    "/v1/rankings/" + escaped,
                    "/v1/models/" + escaped + "/card",
                    "/v2/models/" + escaped,
                    "/v1/drugs/" + escaped,
                    "/workbench/drugs/" + escaped,
                    "/v1/search?q=" + escaped,
                    "/v1/claims?cursor=" + escaped + "&limit=" + escaped,
                    "/service-info?" + escaped,
                    "/workbench/drugs?q=" + escaped,
                    "/v1/deferred/" + escaped,
                    "/%00" + escaped)) {
                send("GET", service, path, null, Map.of());
                send("DELETE", service, path, null, Map.of());
            }
        }
        System.out.printf(
                "%d inputs with a name; statuses %s; worst %s%n",
                statuses.values().stream().mapToInt(Integer::intValue).sum(), statuses, worst);
        assertTrue(worstStatus < 500 || worstStatus == 503, worst);
        secured.collector.awaitText("(message withheld)");
        nothingHolds("Zyxwina");
        nothingHolds("Quarxelblatt");
    }

    private static String protectedPath(String service) {
        return service.equals("gateway") ? "/v1/rankings/x" : service.equals("model") ? "/v1/models" : "/v1/counts";
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode() && !node.isEmpty()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    /** A field's value, or a name of a field, becomes the patient's. */
    private void spoil(JsonNode holder) {
        TextNode name = TextNode.valueOf(SHAPES.get(dice.nextInt(SHAPES.size())));
        if (holder instanceof ArrayNode list) {
            list.set(dice.nextInt(list.size()), name);
        } else if (holder instanceof ObjectNode object) {
            List<String> fields = new ArrayList<>();
            object.fieldNames().forEachRemaining(fields::add);
            if (dice.nextInt(4) == 0) {
                object.set(name.asText(), name);
            } else {
                object.set(fields.get(dice.nextInt(fields.size())), name);
            }
        }
    }

    private void send(String method, String service, String path, String body, Map<String, String> headers) {
        String token = secured.issuer.token(NAME, SecuredStack.TENANT, "reader", "clinician", "curator");
        List<String> all = new ArrayList<>();
        headers.forEach((name, value) -> {
            all.add(name);
            all.add(value);
        });
        String own = headers.containsKey("Authorization") ? null : token;
        int status = secured.send(
                        method,
                        URI.create(secured.address(service) + path),
                        own,
                        body == null ? null : body.getBytes(StandardCharsets.UTF_8),
                        all.toArray(String[]::new))
                .statusCode();
        statuses.merge(status, 1, Integer::sum);
        if (status > worstStatus) {
            worstStatus = status;
            worst = status + " " + method + " " + service + path;
        }
    }

    private static void nothingHolds(String word) throws IOException {
        assertFalse(secured.collector.holds(word), "a span holds " + word);
        for (String service : List.of("catalog", "model", "gateway")) {
            String log = Files.readString(secured.logs.resolve(service + ".log"));
            int at = log.indexOf(word);
            assertFalse(
                    at >= 0,
                    () -> service + ".log: " + log.substring(Math.max(0, at - 800), Math.min(log.length(), at + 200)));
            byte[] metrics = secured.send("GET", secured.address(service).resolve("/q/metrics"), null, null)
                    .body();
            String scraped = new String(metrics, StandardCharsets.UTF_8);
            assertFalse(
                    scraped.contains(word),
                    service + " metrics: "
                            + scraped.lines()
                                    .filter(line -> line.contains(word))
                                    .findFirst()
                                    .orElse(""));
        }
    }
}
