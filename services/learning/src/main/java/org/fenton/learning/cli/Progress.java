package org.fenton.learning.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Lines of progress with the time since the start; only for people, never part of a result. */
final class Progress {
    private final PrintWriter out;
    private final Instant start = Instant.now();

    Progress(PrintWriter out) {
        this.out = out;
    }

    void say(String what) {
        Duration spent = Duration.between(start, Instant.now());
        out.printf("[%3d:%02d] %s%n", spent.toMinutes(), spent.toSecondsPart(), what);
        out.flush();
    }

    double seconds() {
        return Duration.between(start, Instant.now()).toMillis() / 1000.0;
    }
}
