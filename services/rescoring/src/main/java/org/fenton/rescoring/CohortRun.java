package org.fenton.rescoring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.DocumentException;
import org.fenton.learning.bundle.BundleException;

/**
 * One pass over a cohort. {@code rankings.ndjson} holds one ranking a case in the cohort's order; a case that cannot be
 * ranked is set aside in {@code failed.ndjson} with its line and reason. Both appear together, when all is done.
 */
final class CohortRun implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String release;
    private final String bundle;
    private final int top;

    /** What a run did. */
    record Summary(long cases, long done, long failed, String releaseId, String bundleId) {
        String json() {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("cases", cases).put("done", done).put("failed", failed);
            node.put("release", releaseId).put("bundle", bundleId);
            return CanonicalJson.write(node);
        }
    }

    /** One line of the cohort, ranked or not. */
    private record Outcome(long line, boolean ranked, String text) implements Serializable {}

    CohortRun(String release, String bundle, int top) {
        this.release = release;
        this.bundle = bundle;
        this.top = top;
    }

    Summary run(JavaSparkContext context, Path cohort, Path out) throws IOException, BundleException {
        JavaRDD<Outcome> outcomes = context.textFile(
                        cohort.toAbsolutePath().toUri().toString())
                .zipWithIndex()
                .filter(line -> !line._1().isBlank())
                .map(line -> outcome(line._2() + 1, line._1()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        long cases = outcomes.count();
        long failed = outcomes.filter(outcome -> !outcome.ranked()).count();
        Path draft = Files.createTempDirectory(
                Files.createDirectories(out.toAbsolutePath().getParent()), ".rescore");
        write(draft.resolve("rankings.ndjson"), outcomes.filter(Outcome::ranked));
        write(draft.resolve("failed.ndjson"), outcomes.filter(outcome -> !outcome.ranked()));
        CaseScorer scorer = CaseScorer.load(release, bundle);
        Summary summary = new Summary(cases, cases - failed, failed, scorer.releaseId(), scorer.bundleId());
        Files.writeString(draft.resolve("summary.json"), summary.json() + "\n");
        Files.move(draft, out, StandardCopyOption.ATOMIC_MOVE);
        return summary;
    }

    private Outcome outcome(long line, String text) {
        try {
            return new Outcome(line, true, CaseScorer.load(release, bundle).rank(text, top));
        } catch (DocumentException | IllegalArgumentException problem) {
            ObjectNode failure = JsonNodeFactory.instance.objectNode();
            failure.put("line", line).put("reason", String.valueOf(problem.getMessage()));
            return new Outcome(line, false, CanonicalJson.write(failure));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (BundleException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static void write(Path file, JavaRDD<Outcome> outcomes) throws IOException {
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            Iterator<Outcome> lines = outcomes.toLocalIterator();
            while (lines.hasNext()) {
                writer.write(lines.next().text());
                writer.newLine();
            }
        }
    }
}
