package org.fenton.gateway.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows that a job has ranked and not committed yet; the job may be writing while they are counted.
 *
 * @param rows a row counts when its line in a file of keys is whole
 * @param latest when the last of them was written
 */
public record Pending(long rows, Instant latest) {
    private static final String KEYS = ".keys";

    /** Empty when there is none. */
    static Optional<Pending> of(Path run) {
        long rows = 0;
        Instant latest = Instant.EPOCH;
        try (Stream<Path> files = Files.list(run.resolve("work/segments"))) {
            for (Path keys :
                    files.filter(file -> file.toString().endsWith(KEYS)).toList()) {
                rows += lines(keys);
                Instant written = Files.getLastModifiedTime(keys).toInstant();
                latest = written.isAfter(latest) ? written : latest;
            }
        } catch (NoSuchFileException committedMeanwhile) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a run's segments cannot be read", unreadable);
        }
        return rows == 0 ? Optional.empty() : Optional.of(new Pending(rows, latest));
    }

    private static long lines(Path file) throws IOException {
        long lines = 0;
        for (byte each : Files.readAllBytes(file)) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }
}
