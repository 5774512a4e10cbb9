package org.fenton.rescoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.fenton.rescoring.cohort.CohortException;
import org.fenton.rescoring.cohort.CohortPart;
import org.fenton.rescoring.store.RunFolder;
import org.fenton.rescoring.store.SegmentFiles;

/** One pass over a cohort: survey, rank what is missing, commit. */
final class CohortRun {
    private static final int POLL_MILLIS = 200;

    private final JavaSparkContext spark;
    private final RunFolder folder;
    private final PartTask.Plan plan;
    private final StopSignal signal;

    /** What was read of a part ahead of the work. */
    private record Surveyed(CohortPart.Size size, String fault) implements java.io.Serializable {}

    CohortRun(JavaSparkContext spark, RunFolder folder, PartTask.Plan plan, StopSignal signal) {
        this.spark = spark;
        this.folder = folder;
        this.plan = plan;
        this.signal = signal;
    }

    /** How progress is shown needs the number of rows, which the survey finds. */
    @FunctionalInterface
    interface ProgressOf {
        Progress of(long rows);
    }

    Committed run(List<CohortPart> parts, ProgressOf progressOf, Commit.Wishes wishes)
            throws IOException, RunStopped, InterruptedException {
        List<Surveyed> surveyed = survey(parts);
        List<CohortPart> numbered = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        long rows = 0;
        for (int i = 0; i < parts.size(); i++) {
            CohortPart.Size size = surveyed.get(i).size();
            numbered.add(parts.get(i).after(lines.getOrDefault(parts.get(i).file(), 0L)));
            lines.merge(parts.get(i).file(), size.lines(), Long::sum);
            rows += size.rows();
        }
        Progress progress = progressOf.of(rows);
        List<PartReport> reports = rank(numbered, progress);
        Tally tally = Tally.of(rows, reports);
        for (PartReport report : reports) {
            if (!report.fatal().isEmpty()) {
                throw new CohortException(report.fatal() + "; " + tally.words() + "; nothing was committed");
            }
        }
        stopIfHopeless(tally.failed(), tally.words());
        if (tally.failed() == rows) {
            throw new RunStopped(
                    tally.words() + "; no row could be ranked, so nothing was committed; the reasons are in "
                            + plan.setAside(),
                    RescoreCommand.TOO_MANY_FAILED);
        }
        TreeSet<String> keys = new TreeSet<>();
        reports.forEach(report -> keys.addAll(report.keys()));
        return new Commit(spark, folder, plan).commit(keys, tally, wishes);
    }

    /** Every file is looked through before anything is ranked, and every fault is told at once. */
    private List<Surveyed> survey(List<CohortPart> parts) throws CohortException {
        if (parts.isEmpty()) {
            throw new CohortException("the cohort is empty");
        }
        List<Surveyed> surveyed =
                spark.parallelize(parts, parts.size()).map(CohortRun::survey).collect();
        List<String> faults = surveyed.stream()
                .map(Surveyed::fault)
                .filter(fault -> !fault.isEmpty())
                .distinct()
                .toList();
        if (!faults.isEmpty()) {
            throw new CohortException(String.join("; ", faults));
        }
        return surveyed;
    }

    private static Surveyed survey(CohortPart part) throws IOException {
        try {
            return new Surveyed(part.survey(), "");
        } catch (CohortException fault) {
            return new Surveyed(new CohortPart.Size(0, 0), fault.getMessage());
        }
    }

    private List<PartReport> rank(List<CohortPart> parts, Progress progress)
            throws IOException, RunStopped, InterruptedException {
        Broadcast<Map<String, String>> done =
                spark.broadcast(PartTask.found(folder.entries().values()));
        PartTask.Plan sent = plan;
        long before = SegmentFiles.count(folder.segments());
        JavaFutureAction<List<PartReport>> work = spark.parallelize(parts, parts.size())
                .map(part -> PartTask.run(sent, part, done.value()))
                .collectAsync();
        while (true) {
            long computed = SegmentFiles.count(folder.segments()) - before;
            long failed = SetAside.count(Path.of(plan.setAside()));
            try {
                List<PartReport> reports = work.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                progress.end();
                return reports;
            } catch (TimeoutException goesOn) {
                progress.show(computed, 0, failed);
                String words = "done " + computed + ", failed " + failed;
                if (signal.stopped()) {
                    cancel(work, progress);
                    throw new RunStopped(
                            words + "; stopped by a signal; the same command goes on from here", signal.exitCode());
                }
                if (failed > plan.maxFailed()) {
                    cancel(work, progress);
                    stopIfHopeless(failed, words);
                }
            } catch (ExecutionException | CancellationException broken) {
                progress.end();
                throw new IOException(
                        reason(broken) + "; done " + computed + ", failed " + failed
                                + "; the same command goes on from here",
                        broken);
            }
        }
    }

    private void cancel(JavaFutureAction<List<PartReport>> work, Progress progress) throws InterruptedException {
        progress.end();
        work.cancel(true);
        // Tasks end their row; their segments are closed before the context goes.
        for (int i = 0; i < 100 && spark.sc().statusTracker().getActiveStageIds().length > 0; i++) {
            Thread.sleep(50);
        }
    }

    private void stopIfHopeless(long failed, String words) throws RunStopped {
        if (failed > plan.maxFailed()) {
            throw new RunStopped(
                    words + "; stopped: more than " + plan.maxFailed()
                            + " rows failed (--max-failed); the reasons are in " + plan.setAside()
                            + "; nothing was committed",
                    RescoreCommand.TOO_MANY_FAILED);
        }
    }

    /** The deepest cause says what happened; Spark's own message is pages of stack. */
    private static String reason(Throwable problem) {
        Throwable deepest = problem;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse(deepest.toString());
    }
}
