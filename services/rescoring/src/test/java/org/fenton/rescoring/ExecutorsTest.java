package org.fenton.rescoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real executor processes, one of which is killed in the middle of its work. */
class ExecutorsTest {
    private static final int ROWS = 300;

    @TempDir
    static Path folder;

    private static boolean isExecutor(ProcessHandle process) {
        try {
            String command = new String(
                    Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline")), StandardCharsets.UTF_8);
            return command.contains("CoarseGrainedExecutorBackend");
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void twoExecutorsAndAKilledOneGiveTheOutputOfOneProcess() throws Exception {
        SmallCohort small = new SmallCohort(folder);
        Path cohort = small.cohort("cohort.ndjson", SmallCohort.lines(0, ROWS));
        Path counted = folder.resolve("counted");
        Driver driver = new Driver(small, cohort, folder.resolve("log"));
        Process run = driver.start(
                "--master=local-cluster[2,1,1024]",
                "--count-file=" + counted,
                "--part-size=" + (Files.size(cohort) / 4 + 1));
        assertTrue(Driver.waitFor(run, counted, ROWS / 3), driver.said());
        List<ProcessHandle> executors =
                run.descendants().filter(ExecutorsTest::isExecutor).toList();
        assertEquals(2, executors.size());
        assertTrue(executors.get(0).destroyForcibly());
        assertEquals(0, run.waitFor(), driver.said());
        long made = Files.size(counted);
        assertTrue(made >= ROWS && made <= ROWS + 1, made + " rankings were made for " + ROWS + " rows");
        String clean = small.run(cohort, "clean", "--master=local[1]").outputHash();
        assertTrue(driver.said().contains(clean), driver.said());
    }
}
