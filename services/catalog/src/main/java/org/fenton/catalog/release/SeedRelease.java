package org.fenton.catalog.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.fenton.catalog.seed.SeedException;
import org.fenton.catalog.seed.SeedFolder;

/**
 * Writes the lines of the release that the shipped seeds make, with those of class packs added, without a database:
 * {@code SeedRelease OUT [PACK…]}. Exit 2 when a pack has a fault, each named; nothing is written then.
 */
public final class SeedRelease {
    private SeedRelease() {}

    public static void main(String[] arguments) throws IOException {
        SeedFolder seeds = SeedFolder.onClassPath(SeedLoader.SHIPPED)
                .with(Arrays.stream(arguments).skip(1).map(Path::of).toList());
        try {
            write(seeds, Path.of(arguments[0]));
        } catch (SeedException faults) {
            System.err.println("fenton: " + faults.getMessage());
            System.exit(2);
        }
    }

    static void write(SeedFolder seeds, Path out) throws IOException {
        ReleaseLines lines = ReleaseLines.of(Facts.read(seeds));
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            for (ReleaseLines.Line line : lines.lines()) {
                file.write((line.json() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
