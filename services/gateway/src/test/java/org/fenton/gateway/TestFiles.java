package org.fenton.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** The documents under {@code src/test/resources}, and variants of them. */
public final class TestFiles {
    public static final ObjectMapper MAPPER = new ObjectMapper();

    private TestFiles() {}

    public static JsonNode read(String name) {
        try (InputStream file = TestFiles.class.getResourceAsStream("/" + name)) {
            return MAPPER.readTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The document with one change, as the text to send. */
    public static String with(String name, Consumer<ObjectNode> change) {
        ObjectNode root = (ObjectNode) read(name);
        change.accept(root);
        return root.toString();
    }
}
