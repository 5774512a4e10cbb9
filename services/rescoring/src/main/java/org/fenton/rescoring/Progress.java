package org.fenton.rescoring;

import java.io.PrintWriter;
import java.util.Locale;

/** How far a run is: a bar on a terminal, else a line now and then, for logs. */
final class Progress {
    enum Style {
        AUTO,
        BAR,
        LOG,
        NONE
    }

    private static final int WIDTH = 30;
    private static final long LOG_EVERY_SECONDS = 30;

    private final PrintWriter err;
    private final Style style;
    private final long total;
    private final MetricsFile metrics;
    private final long started = System.nanoTime();
    private long lastLog = started;

    Progress(PrintWriter err, Style style, long total, MetricsFile metrics) {
        this.err = err;
        this.style = style == Style.AUTO ? (System.console() == null ? Style.LOG : Style.BAR) : style;
        this.total = total;
        this.metrics = metrics;
    }

    void show(long computed, long skipped, long failed) {
        metrics.show(total, computed, failed);
        boolean due = System.nanoTime() - lastLog > LOG_EVERY_SECONDS * 1_000_000_000L;
        if (style == Style.BAR) {
            err.print("\r\u001b[K" + text(computed, skipped, failed));
            err.flush();
        } else if (style == Style.LOG && due) {
            lastLog = System.nanoTime();
            err.println(text(computed, skipped, failed));
            err.flush();
        }
    }

    /** Leaves the line of the bar. */
    void end() {
        if (style == Style.BAR) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    private String text(long computed, long skipped, long failed) {
        return line(computed, skipped, failed, (System.nanoTime() - started) / 1e9);
    }

    String line(long computed, long skipped, long failed, double seconds) {
        long passed = Math.min(total, computed + skipped + failed);
        double rate = seconds > 0 ? computed / seconds : 0;
        int full = total == 0 ? WIDTH : (int) (WIDTH * passed / total);
        String left = rate > 0 ? clock((long) ((total - passed) / rate)) : "unknown";
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d rows, done %d, skipped %d, failed %d, %.1f rows/s, time left %s",
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                passed,
                total,
                computed,
                skipped,
                failed,
                rate,
                left);
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
