package org.fenton.rescoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver in a process of its own, ended with SIGKILL or SIGTERM in the middle of its work. */
class KilledRunTest {
    private static final int ROWS = 400;

    @TempDir
    static Path folder;

    @Test
    void whateverEndsADriverNothingIsLostAndNothingIsDoneTwice() throws Exception {
        SmallCohort small = new SmallCohort(folder);
        Path cohort = small.cohort("cohort.ndjson", SmallCohort.lines(0, ROWS));
        Driver driver = new Driver(small, cohort, folder.resolve("log"));
        Path counted = folder.resolve("counted");
        String count = "--count-file=" + counted;
        for (int quarter = 1; quarter <= 2; quarter++) {
            Process killed = driver.start(count);
            assertTrue(Driver.waitFor(killed, counted, ROWS * quarter / 4), driver.said());
            killed.destroyForcibly().waitFor();
            assertFalse(Files.exists(folder.resolve("out/current")), "nothing is committed before all is done");
        }
        Process stopped = driver.start(count);
        assertTrue(Driver.waitFor(stopped, counted, ROWS * 3 / 4), driver.said());
        stopped.destroy();
        assertEquals(143, stopped.waitFor(), driver.said());
        assertTrue(driver.said().contains("stopped by a signal"), driver.said());

        assertEquals(0, driver.start(count).waitFor(), driver.said());
        long made = Files.size(counted);
        // two tasks at a time: each kill may lose the ranking that each was at
        assertTrue(made >= ROWS && made <= ROWS + 2 * 2, made + " rankings were made for " + ROWS + " rows");
        assertEquals(ROWS, small.rankings("out").size());
        assertEquals(ROWS, small.rankings("out").stream().distinct().count());
        assertEquals(
                small.run(cohort, "clean").outputHash(),
                small.run(cohort, "out").outputHash());
    }
}
