package org.fenton.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the user sees while a stack starts. A terminal gets one line a process, rewritten in place; anything else gets a
 * line when a process starts and one when it is ready.
 */
public final class Progress {
    private static final String CURSOR_UP = "\033[%dA";
    private static final String CLEAR_LINE = "\033[2K";

    private final PrintStream out;
    private final boolean rewrites;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private int painted;

    private Progress(PrintStream out, boolean rewrites) {
        this.out = out;
        this.rewrites = rewrites;
    }

    /** Rewriting lines where the launcher runs in a terminal, plain log lines elsewhere. */
    public static Progress on(PrintStream out) {
        return new Progress(out, System.getProperty("fenton.terminal") != null);
    }

    void starting(String name, int port) {
        show(name, "starting on port " + port, true);
    }

    void waiting(String name, int port, Duration waited) {
        show(name, "starting on port %d  %.0f s".formatted(port, waited.toMillis() / 1000.0), false);
    }

    void ready(String name, int port, Duration waited) {
        show(name, "ready on port %d after %.1f s".formatted(port, waited.toMillis() / 1000.0), true);
    }

    private void show(String name, String text, boolean news) {
        String line = "  %-10s %s".formatted(name, text);
        if (!rewrites) {
            if (news) {
                out.println(line);
            }
            return;
        }
        if (line.equals(lines.put(name, line))) {
            return;
        }
        if (painted > 0) {
            out.printf(CURSOR_UP, painted);
        }
        lines.values().forEach(each -> out.println(CLEAR_LINE + each));
        out.flush();
        painted = lines.size();
    }
}
