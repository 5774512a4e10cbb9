package org.fenton.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file under docs/api/catalog that a real answer must equal. {@code -Dgolden.update=true} writes it instead; review the
 * difference, for it is what callers will see.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("../../docs/api/catalog");

    private Golden() {}

    public static void assertSame(String file, String actual) throws IOException {
        Path path = FOLDER.resolve(file);
        String text = actual.endsWith("\n") ? actual : actual + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
        assertEquals(Files.readString(path), text, file + " is not what the service answers; -Dgolden.update=true");
    }
}
