package org.fenton.rescoring;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.DocumentException;
import org.fenton.learning.bundle.BundleException;
import org.fenton.rescoring.cohort.CohortException;
import org.fenton.rescoring.cohort.CohortPart;
import org.fenton.rescoring.cohort.CohortRow;
import org.fenton.rescoring.store.Entry;
import org.fenton.rescoring.store.SegmentFiles;
import org.fenton.rescoring.store.SegmentWriter;

/** Ranks what a part holds and is not done yet; each ranking is kept as soon as it is made. */
final class PartTask {
    /** Where and how to work; the same for all tasks of a run. */
    record Plan(
            CaseScorer.Sources sources,
            RunContext context,
            String segments,
            String setAside,
            String run,
            long maxFailed,
            String countFile)
            implements Serializable {}

    /** Processor time: other people's work on the machine is not ours. */
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final Plan plan;
    private final CaseScorer scorer;
    private final Map<String, String> done;
    private final Set<String> here = new HashSet<>();
    private final List<String> keys = new ArrayList<>();
    private final String name;
    private long computed;
    private long failed;
    private long scoringNanos;
    private long candidates;

    private PartTask(Plan plan, Map<String, String> done) throws IOException, BundleException {
        this.plan = plan;
        this.scorer = CaseScorer.load(plan.sources());
        TaskContext task = TaskContext.get();
        this.name = plan.run() + "-" + task.partitionId() + "-" + task.taskAttemptId();
        // A task that is tried again goes on where the attempt before it, perhaps on a dead executor, was stopped.
        this.done = task.attemptNumber() == 0 ? done : withNew(done, Path.of(plan.segments()));
    }

    private static Map<String, String> withNew(Map<String, String> known, Path segments) throws IOException {
        Map<String, String> all = new HashMap<>(known);
        all.putAll(found(SegmentFiles.read(segments).values()));
        return all;
    }

    /** Keys of what is done, by themselves and by the hash of the bytes that they were read from. */
    static Map<String, String> found(Collection<Entry> entries) {
        Map<String, String> found = new HashMap<>();
        for (Entry entry : entries) {
            found.put(entry.raw(), entry.key());
            found.put(entry.key(), entry.key());
        }
        return found;
    }

    static PartReport run(Plan plan, CohortPart part, Map<String, String> done) throws IOException, BundleException {
        return new PartTask(plan, done).run(part);
    }

    private PartReport run(CohortPart part) throws IOException {
        long started = THREAD.getCurrentThreadCpuTime();
        String fatal = "";
        try (SegmentWriter segment = new SegmentWriter(Path.of(plan.segments()), name)) {
            part.read(row -> take(row, segment));
        } catch (CohortException unusable) {
            fatal = unusable.getMessage();
        }
        return new PartReport(
                keys,
                computed,
                keys.size() - computed,
                failed,
                fatal,
                scoringNanos,
                THREAD.getCurrentThreadCpuTime() - started,
                candidates,
                SparkEnv.get().executorId());
    }

    private void take(CohortRow row, SegmentWriter segment) throws IOException {
        if (TaskContext.get().isInterrupted()) {
            throw new TaskKilledException("stopped");
        }
        if (failed > plan.maxFailed()) {
            return;
        }
        try {
            if (!row.fault().isEmpty()) {
                throw new IllegalArgumentException(row.fault());
            }
            rank(row, segment);
        } catch (DocumentException | IllegalArgumentException poison) {
            failed++;
            SetAside.append(Path.of(plan.setAside(), name), row, String.valueOf(poison.getMessage()));
        }
    }

    private void rank(CohortRow row, SegmentWriter segment) throws IOException {
        String raw = SegmentFiles.hex(plan.context().id() + SegmentFiles.hex(row.json()));
        String known = done.get(raw);
        if (known != null) {
            keys.add(known);
            return;
        }
        CaseDocument document = scorer.read(row.json());
        String key = plan.context().key(document.id(), document.tumourCase().label());
        if (!done.containsKey(key) && !here.contains(key)) {
            long started = THREAD.getCurrentThreadCpuTime();
            CaseScorer.Ranked ranked = scorer.rank(document, plan.context().top());
            scoringNanos += THREAD.getCurrentThreadCpuTime() - started;
            candidates += ranked.ranking().candidates();
            countOne();
            String table = scorer.table(document, ranked, plan.context().top());
            segment.append(key, raw, SegmentFiles.hex(document.id()), ranked.answer(), table);
            here.add(key);
            computed++;
        }
        keys.add(key);
    }

    /** One byte for each ranking that was made, whatever becomes of it: what the kill tests count. */
    private void countOne() throws IOException {
        if (!plan.countFile().isEmpty()) {
            try (FileOutputStream out = new FileOutputStream(plan.countFile(), true)) {
                out.write('.');
            }
        }
    }
}
