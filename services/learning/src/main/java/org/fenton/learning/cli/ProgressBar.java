package org.fenton.learning.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import org.fenton.learning.evaluation.Evaluation;

/** A bar that redraws itself on a terminal, a line a step elsewhere; only for people, never part of a result. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final int LINE = 110;

    private final PrintWriter out;
    private final boolean terminal = System.console() != null;
    private final Instant start = Instant.now();

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    /** Called by several threads. */
    synchronized void show(Evaluation.Progress step) {
        Duration spent = Duration.between(start, Instant.now());
        String count = "%d/%d".formatted(step.done(), step.total());
        String time = "[%3d:%02d]".formatted(spent.toMinutes(), spent.toSecondsPart());
        if (terminal) {
            int full = step.total() == 0 ? 0 : WIDTH * step.done() / step.total();
            String bar =
                    "%s [%s%s] %s %s".formatted(time, "#".repeat(full), "-".repeat(WIDTH - full), count, step.what());
            String cut = bar.length() > LINE ? bar.substring(0, LINE) : bar;
            out.print("\r" + cut + " ".repeat(LINE - cut.length()));
        } else {
            out.println(time + " " + count + " " + step.what());
        }
        out.flush();
    }

    synchronized void end() {
        if (terminal) {
            out.println();
            out.flush();
        }
    }
}
