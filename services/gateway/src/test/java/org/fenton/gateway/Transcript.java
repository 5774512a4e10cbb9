package org.fenton.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A conversation with the running gateway, written down as it goes and compared with the committed one;
 * {@code -Dgolden.update=true} writes it anew.
 */
final class Transcript {
    private static final Path FOLDER = Path.of("../../docs/api/transcripts");
    private static final String[] SHOWN = {
        "Content-Type", "ETag", "Link", "Location", "Preference-Applied", "Retry-After", "WWW-Authenticate"
    };

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private int step;

    Transcript(String name, String title) {
        this.name = name;
        text.append("# ").append(title).append("\n\n").append("""
                Written by `TranscriptTest` from a conversation with the real gateway, a real PostgreSQL and the small release of its tests;
                the same test fails when an answer differs from this page. Regenerate: `mvn -pl services/gateway -am test -Dtest=TranscriptTest
                -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true`. Research use only.
                """);
    }

    /** What is sent: a media type and a body, or neither. */
    record Call(String method, String path, String type, JsonNode body, Map<String, String> headers) {
        static Call get(String path) {
            return new Call("GET", path, "", null, Map.of());
        }

        static Call post(String path, String type, JsonNode body) {
            return new Call("POST", path, type, body, Map.of());
        }

        Call with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Call(method, path, type, body, more);
        }
    }

    Response step(String what, Call call) {
        step++;
        RequestSpecification request = given().urlEncodingEnabled(false).header("X-Request-Id", "transcript-" + step);
        text.append("\n## ").append(step).append(". ").append(what).append("\n\n```http\n");
        text.append(call.method()).append(' ').append(call.path()).append('\n');
        call.headers().forEach((header, value) -> {
            request.header(header, value);
            text.append(header).append(": ").append(value).append('\n');
        });
        if (call.body() != null) {
            request.contentType(call.type()).body(call.body().toString());
            text.append("Content-Type: ").append(call.type()).append("\n\n").append(pretty(call.body()));
        }
        Response response = request.request(call.method(), call.path());
        text.append("```\n\n```http\n").append(response.statusCode()).append('\n');
        for (String header : SHOWN) {
            if (response.header(header) != null) {
                text.append(header)
                        .append(": ")
                        .append(response.header(header).replaceFirst("^http://[^/]*", ""))
                        .append('\n');
            }
        }
        if (response.asByteArray().length > 0) {
            text.append('\n').append(pretty(json(response)));
        }
        text.append("```\n");
        return response;
    }

    static JsonNode json(Response response) {
        try {
            return TestFiles.MAPPER.readTree(response.asByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String pretty(JsonNode node) {
        return node.toPrettyString().replace(" : ", ": ") + "\n";
    }

    void compare() throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text.toString());
        }
        assertEquals(Files.readString(file), text.toString());
    }
}
