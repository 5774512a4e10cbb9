package org.fenton.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The clone under test, found upwards from where the tests run. */
public final class Clone {
    public static final Path ROOT = root();

    private Clone() {}

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
