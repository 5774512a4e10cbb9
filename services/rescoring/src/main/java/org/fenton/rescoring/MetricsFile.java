package org.fenton.rescoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Counters of the run that writes to an output folder, or wrote to it last, for the textfile collector of a Prometheus node
 * exporter. The file is replaced whole. That it cannot be written is nothing to end a run for.
 */
final class MetricsFile {
    static final String NAME = "metrics.prom";
    private static final String COMMIT = "fenton_rescore_last_commit_timestamp_seconds";
    private static final long EVERY_NANOS = 5_000_000_000L;

    private final Path file;
    private Tally tally = Tally.of(0, List.of());
    private long written = System.nanoTime() - EVERY_NANOS;

    MetricsFile(Path out) {
        file = out.resolve(NAME);
    }

    /** While rows are ranked; skipped rows are known at the end only. */
    void show(long rows, long done, long failed) {
        tally = new Tally(rows, done, 0, failed, 0, 0, 0, 0);
        if (System.nanoTime() - written >= EVERY_NANOS) {
            written = System.nanoTime();
            write(text(1, commitBefore()));
        }
    }

    void done(Tally counted) {
        tally = counted;
    }

    /** @param committed whether a result was put in place */
    void end(int exitCode, boolean committed) {
        String commit = committed ? COMMIT + " " + Instant.now().getEpochSecond() + "\n" : commitBefore();
        write(text(0, commit)
                + metric("exit_code", "gauge", "How the last run ended; see fenton rescore --help.")
                + "fenton_rescore_exit_code " + exitCode + "\n");
    }

    /** A run that commits nothing leaves the time of the commit before. */
    private String commitBefore() {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(COMMIT + " "))
                    .findFirst()
                    .map(line -> line + "\n")
                    .orElse("");
        } catch (IOException none) {
            return "";
        }
    }

    private String text(int running, String commit) {
        return metric("rows_total", "counter", "Rows of the run, by what became of them.")
                + rows("done", tally.done())
                + rows("skipped", tally.skipped())
                + rows("failed", tally.failed())
                + metric("cohort_rows", "gauge", "Rows of the cohort.")
                + "fenton_rescore_cohort_rows " + tally.rows() + "\n"
                + metric("candidates_total", "counter", "Candidates ranked, told when the rows are done.")
                + "fenton_rescore_candidates_total " + tally.candidates() + "\n"
                + metric("scoring_seconds_total", "counter", "Processor time of scoring, told when the rows are done.")
                + String.format(Locale.ROOT, "fenton_rescore_scoring_seconds_total %.3f\n", tally.scoringSeconds())
                + metric("running", "gauge", "1 while a run is under way.")
                + "fenton_rescore_running " + running + "\n"
                + metric("last_commit_timestamp_seconds", "gauge", "When the last result was put in place.")
                + commit;
    }

    private static String rows(String state, long count) {
        return "fenton_rescore_rows_total{state=\"" + state + "\"} " + count + "\n";
    }

    private static String metric(String name, String type, String help) {
        return "# HELP fenton_rescore_" + name + " " + help + "\n# TYPE fenton_rescore_" + name + " " + type + "\n";
    }

    private void write(String text) {
        try {
            Path next = file.resolveSibling(NAME + ".next");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notThisTime) {
            // a full disk is told by the run itself
        }
    }
}
