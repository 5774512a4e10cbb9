package org.fenton.gateway.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a job is that has not committed yet, counted while it goes on writing. */
class PendingTest {
    @TempDir
    Path run;

    @Test
    void aRowCountsWhenItsLineIsWhole() throws IOException {
        Path segments = Files.createDirectories(run.resolve("work/segments"));
        Files.writeString(segments.resolve("a.keys"), "one\ntwo\nthr");
        Files.writeString(segments.resolve("b.keys"), "four\n");
        Files.writeString(segments.resolve("b.rankings"), "not\na\nkey\n");
        assertEquals(3, Pending.of(run).orElseThrow().rows());
    }

    @Test
    void withoutRowsThereIsNothingPending() throws IOException {
        assertEquals(Optional.empty(), Pending.of(run));
        Files.createDirectories(run.resolve("work/segments"));
        assertEquals(Optional.empty(), Pending.of(run));
    }
}
