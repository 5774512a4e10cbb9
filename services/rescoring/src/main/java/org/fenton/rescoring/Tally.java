package org.fenton.rescoring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What one run did.
 *
 * @param done ranked in this run
 * @param skipped found ranked already, or equal to another row
 * @param failed set aside
 * @param rows of the cohort, as far as it was read
 * @param executors that ranked, a replaced one and its successor both; the driver where it is the only one
 */
record Tally(
        long rows,
        long done,
        long skipped,
        long failed,
        long candidates,
        double scoringSeconds,
        double taskSeconds,
        long executors) {
    static Tally of(long rows, List<PartReport> reports) {
        return new Tally(
                rows,
                reports.stream().mapToLong(PartReport::computed).sum(),
                reports.stream().mapToLong(PartReport::skipped).sum(),
                reports.stream().mapToLong(PartReport::failed).sum(),
                reports.stream().mapToLong(PartReport::candidates).sum(),
                reports.stream().mapToLong(PartReport::scoringNanos).sum() / 1e9,
                reports.stream().mapToLong(PartReport::allNanos).sum() / 1e9,
                reports.stream().map(PartReport::executor).distinct().count());
    }

    String words() {
        return "done " + done + ", skipped " + skipped + ", failed " + failed + " of " + rows + " rows";
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("rows", rows)
                .put("done", done)
                .put("skipped", skipped)
                .put("failed", failed)
                .put("candidates", candidates)
                .put("scoringSeconds", scoringSeconds)
                .put("taskSeconds", taskSeconds)
                .put("executors", executors);
    }
}
