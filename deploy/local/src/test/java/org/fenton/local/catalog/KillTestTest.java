package org.fenton.local.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.fenton.local.Clone;
import org.fenton.local.home.FentonHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills of `fenton catalog kill-test`; the command itself makes twenty. */
class KillTestTest {
    @TempDir
    private Path data;

    @Test
    void whatIsHeldAfterAKillIsTheOldOrTheNewState() throws IOException {
        PrintWriter out = new PrintWriter(System.out, true);
        assertEquals(0, new KillTest(new FentonHome(Clone.ROOT, data), new KillTest.Plan(3, 5, 3000), out).run());
    }
}
