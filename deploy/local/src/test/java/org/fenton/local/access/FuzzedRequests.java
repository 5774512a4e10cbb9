package org.fenton.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fenton.local.Clone;

/** Requests that nobody would write on purpose, made of what a description says an operation takes. Seeded: the same each time. */
final class FuzzedRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HOSTILE = List.of(
            "x",
            "",
            "0",
            "-1",
            "9999999999999999999999",
            "1e400",
            "NaN",
            "true",
            "null",
            "../../etc/passwd",
            "%00",
            "' or 1=1 --",
            "${jndi:ldap://x}",
            "<script>",
            "\uD83E\uDDEC\u202E",
            "\u0000",
            "2026-13-45",
            "sha256:" + "f".repeat(64),
            "a".repeat(3000),
            "*",
            ",",
            "{}");
    /** Bodies that are right, for operations whose description carries none. */
    private static final Map<String, String> RIGHT = Map.of(
            "/v1/rankings", "deploy/local/examples/h1975-wz4002-resistant.json",
            "/v1/phenopackets", "services/gateway/src/test/resources/phenopacket/packet.json",
            "/fhir/$rank-combinations", "services/gateway/src/test/resources/fhir/case-bundle.json",
            "/v1/predictions", "docs/api/model/examples/predictions-contrast-request.json",
            "/v1/pathway-activities", "docs/api/model/examples/activities-contrast-request.json");

    private final Random dice;

    FuzzedRequests(long seed) {
        dice = new Random(seed);
    }

    /** @param body {@code null} for none */
    record Request(String address, byte[] body, List<String> headers) {}

    Request next(Operation operation) throws IOException {
        String address = operation.path();
        List<String> query = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (JsonNode parameter : operation.description().path("parameters")) {
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> address = address.replace("{" + name + "}", escaped(any(HOSTILE)));
                case "query" -> {
                    if (dice.nextInt(3) > 0) {
                        query.add(name + "=" + escaped(any(HOSTILE)));
                    }
                }
                default -> headers.addAll(List.of(name, any(HOSTILE).replaceAll("[^!-~]", "")));
            }
        }
        JsonNode content = operation.description().at("/requestBody/content");
        byte[] body = null;
        if (!content.isMissingNode()) {
            List<String> types = new ArrayList<>();
            content.fieldNames().forEachRemaining(types::add);
            String type = any(types);
            body = body(right(operation, content.path(type).path("example")));
            headers.addAll(List.of("Content-Type", dice.nextInt(12) == 0 ? "text/plain" : type));
        }
        return new Request(address + (query.isEmpty() ? "" : "?" + String.join("&", query)), body, headers);
    }

    private static JsonNode right(Operation operation, JsonNode example) throws IOException {
        String file = RIGHT.get(operation.path());
        if (file != null) {
            return JSON.readTree(Clone.ROOT.resolve(file).toFile());
        }
        return example.isMissingNode() ? JSON.createObjectNode().put("id", "x") : example;
    }

    private byte[] body(JsonNode right) throws IOException {
        byte[] whole = right.isTextual()
                ? right.asText().getBytes(StandardCharsets.UTF_8)
                : JSON.writeValueAsBytes(spoilt(right));
        return switch (dice.nextInt(10)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(whole, whole.length / 2);
            case 2 -> "[".repeat(4000).getBytes(StandardCharsets.UTF_8);
            case 3 -> noise(whole);
            case 4 -> "[null, {\"id\": 1, \"id\": 2}]".getBytes(StandardCharsets.UTF_8);
            default -> whole;
        };
    }

    private byte[] noise(byte[] whole) {
        byte[] noisy = whole.clone();
        for (int i = 0; i < Math.min(8, noisy.length); i++) {
            noisy[dice.nextInt(noisy.length)] = (byte) dice.nextInt(256);
        }
        return noisy;
    }

    /** One field replaced, taken away or added somewhere in the tree. */
    private JsonNode spoilt(JsonNode right) {
        JsonNode copy = right.deepCopy();
        List<JsonNode> holders = new ArrayList<>();
        collect(copy, holders);
        if (holders.isEmpty()) {
            return value();
        }
        JsonNode holder = any(holders);
        if (holder instanceof ArrayNode list) {
            list.set(dice.nextInt(list.size()), value());
        } else if (holder instanceof ObjectNode object) {
            List<String> fields = new ArrayList<>();
            object.fieldNames().forEachRemaining(fields::add);
            switch (dice.nextInt(4)) {
                case 0 -> object.remove(any(fields));
                case 1 -> object.set(any(HOSTILE), value());
                default -> object.set(any(fields), value());
            }
        }
        return copy;
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode() && !node.isEmpty()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    private JsonNode value() {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (dice.nextInt(7)) {
            case 0 -> make.nullNode();
            case 1 -> make.numberNode(dice.nextBoolean() ? Double.MAX_VALUE : -1);
            case 2 -> make.booleanNode(true);
            case 3 -> make.arrayNode().add(any(HOSTILE));
            case 4 -> make.objectNode().put("x", any(HOSTILE));
            default -> make.textNode(any(HOSTILE));
        };
    }

    private <T> T any(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
