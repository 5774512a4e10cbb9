package org.fenton.local.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.fenton.local.home.FentonHome;

/** A data folder that lives as long as one command: nothing made up ever meets the facts of a clone. */
final class Scratch implements AutoCloseable {
    private final Path folder;
    private final FentonHome home;

    Scratch(FentonHome of) throws IOException {
        folder = Files.createTempDirectory("fenton-scratch-");
        home = new FentonHome(of.root(), folder);
    }

    FentonHome home() {
        return home;
    }

    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
