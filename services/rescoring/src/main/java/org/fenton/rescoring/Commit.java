package org.fenton.rescoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.Json;
import org.fenton.documents.RankingWriter;
import org.fenton.rescoring.store.Entry;
import org.fenton.rescoring.store.ResultShard;
import org.fenton.rescoring.store.RunFolder;
import org.fenton.rescoring.store.SegmentFiles;

/** Makes one sorted result of all rankings of a cohort and puts it in place at once. */
final class Commit {
    static final String SUMMARY = "summary.json";

    /** Of a result's files; in the name of a result, so that one of another format is not taken for it. */
    private static final String FORMAT = "fenton-rescore-result/2";

    /**
     * @param keep whether rankings of the committed result that this cohort does not name stay in it
     * @param baseline a result to compare with, which must outlive the commit
     */
    record Wishes(boolean keep, Optional<Path> baseline) {}

    private final JavaSparkContext spark;
    private final RunFolder folder;
    private final PartTask.Plan plan;

    Commit(JavaSparkContext spark, RunFolder folder, PartTask.Plan plan) {
        this.spark = spark;
        this.folder = folder;
        this.plan = plan;
    }

    Committed commit(SortedSet<String> keys, Tally tally, Wishes wishes) throws IOException {
        Optional<Path> before = folder.current();
        Map<String, Entry> found = folder.entries();
        if (wishes.keep() && before.isPresent() && sameContext(before.get())) {
            keys.addAll(SegmentFiles.read(before.get()).keySet());
        }
        List<Entry> entries = new ArrayList<>();
        for (String key : keys) {
            if (!found.containsKey(key)) {
                throw new IOException("the ranking " + key + " was made and is gone from " + folder.work());
            }
            entries.add(found.get(key));
        }
        // by case first: two runs of one cohort list it in one order, whatever release they used
        entries.sort(Comparator.comparing(Entry::caseId).thenComparing(Entry::key));
        Path draft = folder.fresh("draft");
        ResultShard.Written written = write(draft, entries);
        List<String> setAside = SetAside.sorted(Path.of(plan.setAside()));
        Files.write(draft.resolve("failed.ndjson"), setAside, StandardCharsets.UTF_8);
        String outputHash = hash(entries);
        String summary = summary(entries.size(), written.rows(), setAside.size(), outputHash);
        Files.writeString(draft.resolve(SUMMARY), summary + "\n");
        String name = SegmentFiles.hex(summary + String.join("\n", setAside)).substring(0, 16);
        Path result = folder.commit(draft, name, wishes.baseline());
        return new Committed(result, tally, entries.size(), outputHash, before, written.nanos() / 1e9);
    }

    private ResultShard.Written write(Path draft, List<Entry> entries) {
        List<ResultShard> shards = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += ResultShard.SIZE) {
            List<Entry> some =
                    new ArrayList<>(entries.subList(from, Math.min(entries.size(), from + ResultShard.SIZE)));
            shards.add(new ResultShard(draft.toString(), shards.size(), some));
        }
        if (shards.isEmpty()) {
            return new ResultShard.Written(0, 0);
        }
        return spark.parallelize(shards, shards.size())
                .map(shard -> shard.write(CandidateRows.TABLE))
                .reduce(ResultShard.Written::plus);
    }

    /** Over case and ranking hashes in order; the keys are left out, since they change with the code and results need not. */
    private static String hash(List<Entry> entries) {
        StringBuilder lines = new StringBuilder();
        entries.stream()
                .sorted(Comparator.comparing(Entry::caseId).thenComparing(Entry::digest))
                .forEach(entry -> lines.append(entry.caseId())
                        .append(' ')
                        .append(entry.digest())
                        .append('\n'));
        return "sha256:" + SegmentFiles.hex(lines.toString());
    }

    private String summary(long rankings, long candidates, long failed, String outputHash) {
        RunContext context = plan.context();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT).put("researchUseOnly", RankingWriter.RESEARCH_USE);
        node.put("rankings", rankings).put("candidateRows", candidates).put("failed", failed);
        node.put("release", context.release()).put("bundle", context.bundle());
        node.put("policy", context.policy()).put("policyHash", context.policyHash());
        node.put("top", context.top()).put("engine", context.engine()).put("context", context.id());
        node.put("outputHash", outputHash);
        return CanonicalJson.write(node);
    }

    private boolean sameContext(Path result) throws IOException {
        JsonNode summary = Json.parse(Files.readAllBytes(result.resolve(SUMMARY)));
        return summary.path("context").asText().equals(plan.context().id());
    }
}
