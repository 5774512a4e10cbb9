package org.fenton.rescoring.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One and two executors are compared only where there were one and two. */
class GrowthTest {
    private static Measured run(int cases, double seconds, int ranked, int processes, String hash) {
        ObjectNode run = JsonNodeFactory.instance
                .objectNode()
                .put("rows", cases)
                .put("executors", ranked)
                .put("outputHash", hash);
        return new Measured(seconds, seconds, 1, processes, run);
    }

    @Test
    void startsAreInTheWholeAndNotInTheSteadyPart() {
        Growth growth = new Growth(
                run(25, 35, 1, 1, "few"),
                run(100, 110, 1, 1, "all"),
                run(25, 30, 2, 2, "few"),
                run(100, 70, 2, 2, "all"));
        assertEquals(110.0 / 70, growth.whole());
        assertEquals(75.0 / 40, growth.steady());
        assertEquals(List.of(), growth.faults("few", "all"));
        assertTrue(
                growth.lines().get(2).contains("whole 1.57 x (110.0 s / 70.0 s, starts included); steady 1.88 x"),
                growth.lines().get(2));
    }

    @Test
    void anExecutorTooManyOrIdleOrAnotherOutputIsNoMeasurement() {
        Growth growth = new Growth(
                run(25, 35, 1, 1, "few"),
                run(100, 110, 1, 1, "other"),
                run(25, 30, 1, 2, "few"),
                run(100, 70, 3, 3, "all"));
        assertEquals(
                List.of(
                        "1 executor(s) gave another output: other",
                        "asked for 2 executor(s): 1 ranked, 2 processes were there",
                        "asked for 2 executor(s): 3 ranked, 3 processes were there"),
                growth.faults("few", "all"));
    }

    /** What an executor forks has its command line until it runs a program of its own; it was once counted as one. */
    @Test
    void whatAnExecutorForksIsNoExecutor(@TempDir Path folder) throws Exception {
        ProcessBuilder driver =
                new ProcessBuilder("bash", "-c", "(exec -a $NAME bash -c '(exec -a $NAME sleep 60) & wait') & wait");
        driver.environment().put("NAME", "CoarseGrainedExecutorBackend");
        try (JobProcess job = new JobProcess(driver.start(), folder.resolve("log"))) {
            while (job.process().isAlive() && job.process().descendants().count() < 2) {
                Thread.sleep(5);
            }
            assertEquals(1, job.executors().size());
        }
    }
}
