package org.fenton.rescoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.fenton.rescoring.trial.JobProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark's own master and worker as real processes; the worker's executor holds the same files at the same places. */
class StandaloneMasterTest {
    private static final String HOST = "127.0.0.1";

    @TempDir
    static Path folder;

    /** Below those that systems give to outgoing connections, of which Spark makes many. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .filter(StandaloneMasterTest::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void awaitListening(JobProcess process, int port) throws Exception {
        while (process.process().isAlive()) {
            try (Socket probe = new Socket(HOST, port)) {
                return;
            } catch (ConnectException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError(process.said());
    }

    @Test
    void theOutputIsThatOfOneProcess() throws Exception {
        SmallCohort small = new SmallCohort(folder);
        Path cohort = small.cohort("cohort.ndjson", SmallCohort.lines(0, 6));
        Path work = Files.createDirectories(folder.resolve("worker"));
        int port = freePort();
        // as in a cluster: master and workers listen at their addresses and are asked by a name, and all prove who they
        // are
        String master = "spark://localhost:" + port;
        String proof = "spark.authenticate=true";
        String settings =
                Files.writeString(folder.resolve("spark.properties"), proof).toString();
        String[] head = {
            "--host", HOST, "--port", Integer.toString(port), "--webui-port", "0", "--properties-file", settings
        };
        String[] hand = {
            "--host",
            HOST,
            "--cores",
            "1",
            "--memory",
            "1g",
            "--webui-port",
            "0",
            "--work-dir",
            work.toString(),
            "--properties-file",
            settings,
            master
        };
        try (JobProcess first =
                JobProcess.of(folder.resolve("master.log"), "org.apache.spark.deploy.master.Master", head)) {
            awaitListening(first, port);
            try (JobProcess second =
                            JobProcess.of(folder.resolve("worker.log"), "org.apache.spark.deploy.worker.Worker", hand);
                    JobProcess job = JobProcess.start(
                            folder.resolve("job.log"), small.arguments(cohort, "shared", "--master=" + master))) {
                assertEquals(0, job.exitCode(), job.said() + second.said());
            }
        }
        assertEquals(0, small.run(cohort, "alone", "--master=local[1]").code());
        assertEquals(small.rankings("alone"), small.rankings("shared"));
        try (var applications = Files.list(work)) {
            assertEquals(1, applications.count(), "the worker started an executor for it");
        }
    }
}
