package org.fenton.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Requests and responses under docs/api/model. A response file equals what the service answers; after a deliberate change
 * {@code mvn test -Dexamples.write=true} writes them anew.
 */
final class Examples {
    private static final Path DIRECTORY = Path.of("../../docs/api/model");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Examples() {}

    static String request(String name) throws IOException {
        return Files.readString(DIRECTORY.resolve("examples/" + name));
    }

    static void assertEqualsFile(String name, String actual) throws IOException {
        Path file = DIRECTORY.resolve(name);
        JsonNode answered = JSON.readTree(actual);
        if (Boolean.getBoolean("examples.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(answered) + "\n");
        }
        assertEquals(JSON.readTree(Files.readString(file)), answered, name);
    }
}
