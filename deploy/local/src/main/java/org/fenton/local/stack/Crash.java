package org.fenton.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Ends processes as a crash would, and waits until they are gone. */
final class Crash {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Crash() {}

    /** SIGKILL. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        awaitEnd(process);
    }

    /** A signal that the JDK has no word for. */
    static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException noKill) {
            throw new java.io.UncheckedIOException(noKill);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static void awaitEnd(ProcessHandle process) {
        long begin = System.nanoTime();
        while (process.isAlive() && !titleOf(process).isEmpty() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            ReadinessWatch.pause();
        }
    }

    /** What the process calls itself; empty for one that has ended. */
    static String titleOf(ProcessHandle process) {
        return String.join(" ", commandOf(process));
    }

    static List<String> commandOf(ProcessHandle process) {
        try {
            String raw = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return Arrays.stream(raw.split("\0"))
                    .filter(part -> !part.isEmpty())
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }
}
