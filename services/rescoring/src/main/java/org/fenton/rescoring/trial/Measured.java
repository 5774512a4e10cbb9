package org.fenton.rescoring.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenton.documents.Json;

/**
 * One cold run: a JVM started for it alone, from the files to the committed result.
 *
 * @param coreSeconds processor time of all its processes
 * @param wallSeconds from the start of its JVM to its end
 * @param executorProcesses that were seen; 0 where the driver is the executor
 * @param run what the job wrote of itself
 */
record Measured(double coreSeconds, double wallSeconds, long peakMegabytes, int executorProcesses, JsonNode run) {
    static Measured of(Path out, List<String> arguments) throws IOException, InterruptedException {
        long started = System.nanoTime();
        try (JobProcess job = JobProcess.start(out.resolveSibling(out.getFileName() + ".log"), arguments)) {
            ProcessWatch watch = new ProcessWatch(job);
            if (watch.untilEnd() != 0) {
                throw new IOException("a run failed: "
                        + job.said().strip().lines().reduce((a, b) -> b).orElse(""));
            }
            double wall = (System.nanoTime() - started) / 1e9;
            String line = Files.readAllLines(out.resolve("runs.ndjson")).get(0);
            JsonNode run = Json.parse(line.getBytes(StandardCharsets.UTF_8));
            return new Measured(watch.coreSeconds(), wall, watch.peakMegabytes(), watch.executorCount(), run);
        }
    }

    long cases() {
        return run.path("rows").asLong();
    }

    double perCase() {
        return coreSeconds / cases();
    }

    /** As the job says: executors that ranked something, a lost one and its successor both. */
    int executorsThatRanked() {
        return run.path("executors").asInt();
    }

    /** Inferring, predicting, ranking, explaining and writing the answer's text: processor time of the threads that did it. */
    double scoring() {
        return run.path("scoringSeconds").asDouble();
    }

    /** What tasks did besides: reading, hashing, writing the table, packing. */
    double besides() {
        return run.path("taskSeconds").asDouble() - scoring();
    }

    double commit() {
        return run.path("commitSeconds").asDouble();
    }

    /** Starting the JVM and Spark, loading release and bundle, compiling, collecting garbage. */
    double rest() {
        return coreSeconds - scoring() - besides() - commit();
    }

    double shareNotScoring() {
        return 1 - scoring() / coreSeconds;
    }

    double candidatesPerCoreSecond() {
        return run.path("candidates").asLong() / coreSeconds;
    }

    String outputHash() {
        return run.path("outputHash").asText();
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("cases", cases())
                .put("coreSeconds", coreSeconds)
                .put("coreSecondsPerCase", perCase())
                .put("scoringSeconds", scoring())
                .put("tasksBesidesSeconds", besides())
                .put("commitSeconds", commit())
                .put("restSeconds", rest())
                .put("shareNotScoring", shareNotScoring())
                .put("candidatesPerCoreSecond", candidatesPerCoreSecond())
                .put("wallSeconds", wallSeconds)
                .put("executorProcesses", executorProcesses)
                .put("peakMegabytes", peakMegabytes);
    }
}
