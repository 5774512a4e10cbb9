package org.fenton.rescoring.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Processor time and peak memory of a job's processes, looked at ten times a second as Linux tells them; what a process does
 * in its last tenth is not seen.
 */
final class ProcessWatch {
    private static final int EVERY_MILLIS = 100;

    private final JobProcess job;
    private final Map<Long, Duration> processor = new HashMap<>();
    private final Map<Long, Long> peakKilobytes = new HashMap<>();
    private final Set<Long> executors = new HashSet<>();

    ProcessWatch(JobProcess job) {
        this.job = job;
    }

    /** Watches until the job ends; its exit code. */
    int untilEnd() throws InterruptedException {
        while (job.process().isAlive()) {
            look(job.process().toHandle());
            job.process().descendants().forEach(this::look);
            job.executors().forEach(each -> executors.add(each.pid()));
            Thread.sleep(EVERY_MILLIS);
        }
        return job.exitCode();
    }

    private void look(ProcessHandle process) {
        process.info().totalCpuDuration().ifPresent(spent -> processor.put(process.pid(), spent));
        long peak = peak(process.pid());
        if (peak > 0) {
            peakKilobytes.put(process.pid(), peak);
        }
    }

    double coreSeconds() {
        return processor.values().stream().mapToLong(Duration::toNanos).sum() / 1e9;
    }

    int executorCount() {
        return executors.size();
    }

    /** The largest peak of an executor, or of the driver where it is the only executor; 0 where it is not told. */
    long peakMegabytes() {
        return peakKilobytes.entrySet().stream()
                        .filter(each -> executors.isEmpty() || executors.contains(each.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .max()
                        .orElse(0)
                >> 10;
    }

    private static long peak(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }
}
