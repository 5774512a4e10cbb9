package org.fenton.rescoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenton.rescoring.trial.JobProcess;
import org.fenton.rescoring.trial.KilledRuns;
import org.fenton.rescoring.trial.SmallDisk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs in processes of their own, ended in the middle of their work. */
class KilledRunTest {
    private static final int ROWS = 500;

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
     * A driver killed, then two executors of the run after it, against one pass in this JVM; {@code fenton chaos rescore} kills
     * three drivers, and {@link RescoreCommandTest} cuts into 1, 2 and 7 parts. Then a disk that fills, is read-only, and has
     * room again.
     */
    @Test
    void whateverIsKilledOrFullNothingIsLostAndNothingIsDoneTwice() throws Exception {
        StringWriter table = new StringWriter();
        SmallCohort.Run clean = small.run(cohort, "clean", "--master=local[1]");
        String output = KilledRuns.output(clean.out().lines().toList());
        KilledRuns runs = new KilledRuns(folder, cohort, ROWS, SmallCohort.argumentsOf(small), new PrintWriter(table));
        assertTrue(runs.killed(List.of(50), List.of(60, 80), output), table.toString());
        assertEquals(ROWS, small.rankings("killed").stream().distinct().count());
        if (SmallDisk.isPermitted()) {
            assertTrue(new SmallDisk(runs, folder.resolve("clean"), output).run(), table.toString());
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
