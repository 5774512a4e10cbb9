package org.fenton.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One process of a stack as the state file remembers it. The start instant tells it from a later process that was given
 * the same pid.
 */
public record Member(String name, long pid, long startedEpochMillis, int port, String log, double readySeconds) {
    static final Duration GRACE = Duration.ofSeconds(15);

    static Member of(String name, ProcessHandle process, int port, Path log) {
        return new Member(name, process.pid(), startOf(process), port, log.toString(), 0);
    }

    Member readyAfter(Duration wait) {
        return new Member(name, pid, startedEpochMillis, port, log, wait.toMillis() / 1000.0);
    }

    private static long startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(instant -> instant.toEpochMilli())
                .orElse(0L);
    }

    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> !hasEnded(process))
                .filter(process -> startOf(process) == startedEpochMillis);
    }

    /** Ends the members, last started first. */
    static void stopInReverse(List<Member> members) {
        List<Member> reversed = new ArrayList<>(members);
        Collections.reverse(reversed);
        reversed.forEach(member -> member.stop(GRACE));
    }

    /** Asks the process to end, waits, and ends it hard after the grace period. */
    void stop(Duration grace) {
        process().ifPresent(process -> {
            process.destroy();
            if (!endedWithin(process, grace)) {
                process.destroyForcibly();
                endedWithin(process, Duration.ofSeconds(5));
            }
        });
    }

    private static boolean endedWithin(ProcessHandle process, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (process.isAlive() && !hasEnded(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** True of a process that has ended but that nobody has collected: in a container that can stay so for ever. */
    private static boolean hasEnded(ProcessHandle process) {
        return status(process).anyMatch(line -> line.startsWith("State:") && line.contains("Z"));
    }

    /** Resident memory of the process alone in bytes; empty where the system does not tell. */
    public OptionalLong residentBytes() {
        return process().map(Member::residentBytes).orElse(OptionalLong.empty());
    }

    /** The same with its children; memory that they share is counted once for each. */
    public OptionalLong residentBytesWithChildren() {
        return process().stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(Member::residentBytes)
                .reduce(OptionalLong.empty(), Member::plus);
    }

    /** Processor time that the process and its children that still run have taken; zero where the system does not tell. */
    public Duration processorTime() {
        return process().stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static OptionalLong plus(OptionalLong left, OptionalLong right) {
        return left.isEmpty() ? right : OptionalLong.of(left.getAsLong() + right.orElse(0));
    }

    private static OptionalLong residentBytes(ProcessHandle process) {
        return status(process)
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
    }

    /** Empty where there is no /proc, or when the process is gone. */
    private static Stream<String> status(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
