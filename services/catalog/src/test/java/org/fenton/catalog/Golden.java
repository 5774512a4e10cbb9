package org.fenton.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file under docs/api/catalog that a real answer must equal. {@code -Dgolden.update=true} writes it instead; review the
 * difference, for it is what callers will see.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("../../docs/api/catalog");

    private static final String STALE = "%s is not what the service answers; -Dgolden.update=true";

    private Golden() {}

    public static void assertSame(String file, String actual) throws IOException {
        String text = actual.endsWith("\n") ? actual : actual + "\n";
        assertEquals(Files.readString(kept(file, text)), text, STALE.formatted(file));
    }

    /** The same document; in what order an object names its members is not asked. */
    public static void assertSameJson(String file, String actual) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode kept = json.readTree(kept(file, actual + "\n").toFile());
        assertEquals(kept, json.readTree(actual), STALE.formatted(file));
    }

    private static Path kept(String file, String text) throws IOException {
        Path path = FOLDER.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
        return path;
    }
}
