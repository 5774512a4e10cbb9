package org.fenton.rescoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenton.rescoring.trial.JobProcess;
import org.fenton.rescoring.trial.KilledRuns;
import org.fenton.rescoring.trial.SmallDisk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs in processes of their own, ended in the middle of their work. */
class KilledRunTest {
    private static final int ROWS = 300;

    @TempDir
    static Path folder;

    private static SmallCohort small;
    private static Path cohort;

    @BeforeAll
    static void writeInputs() throws Exception {
        small = new SmallCohort(folder);
        cohort = small.cohort("cohort.ndjson", SmallCohort.lines(0, ROWS));
    }

    /**
     * Three kills of a driver, two of an executor, one to seven parts, one and two executors: one output. And on a disk that
     * fills, is read-only, and has room again.
     */
    @Test
    void whateverIsKilledOrFullNothingIsLostAndNothingIsDoneTwice() throws Exception {
        StringWriter table = new StringWriter();
        KilledRuns runs = new KilledRuns(folder, cohort, ROWS, SmallCohort.argumentsOf(small), new PrintWriter(table));
        assertTrue(runs.run(), table.toString());
        assertEquals(ROWS, small.rankings("killed").stream().distinct().count());
        if (SmallDisk.isPermitted()) {
            assertTrue(new SmallDisk(runs).run(), table.toString());
        } else {
            System.err.println("SKIPPED: a full disk; this machine lets nobody mount a file system");
        }
    }

    @Test
    void sigtermEndsARunWithItsOwnCodeAndTheNextGoesOn() throws Exception {
        Path counted = folder.resolve("counted");
        String count = "--count-file=" + counted;
        try (JobProcess stopped =
                JobProcess.start(folder.resolve("log"), small.arguments(cohort, "out", count, "--master=local[2]"))) {
            assertTrue(stopped.waitFor(counted, ROWS / 2), stopped.said());
            stopped.process().destroy();
            assertEquals(143, stopped.exitCode(), stopped.said());
            assertTrue(stopped.said().contains("stopped by a signal"), stopped.said());
        }
        assertFalse(Files.exists(folder.resolve("out/current")), "nothing is committed before all is done");
        SmallCohort.Run rest = small.run(cohort, "out", count);
        assertEquals(0, rest.code(), rest.err());
        assertEquals(ROWS, Files.size(counted), "what a stopped run was at is finished and kept");
        assertEquals(ROWS, small.rankings("out").size());
    }
}
