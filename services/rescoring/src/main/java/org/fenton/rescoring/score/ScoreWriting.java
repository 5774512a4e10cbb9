package org.fenton.rescoring.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.Json;
import org.fenton.rescoring.store.Entry;
import org.fenton.rescoring.store.SegmentFiles;

/** One committed result on its way into a catalog: batch after batch, each all or nothing, from where it was left. */
public final class ScoreWriting {
    /** The catalog takes bodies of 10 MB. */
    private static final long MOST_BYTES = 6L << 20;

    private final URI address;
    private final ScoreCatalog catalog;
    private final int atOnce;
    private String run = "";
    private int added;

    /**
     * @param address of the catalog
     * @param atOnce rankings of a batch
     */
    public record Target(URI address, Duration patience, int atOnce) {}

    public ScoreWriting(Target target, BooleanSupplier stopped) {
        this.address = target.address();
        this.catalog = new ScoreCatalog(target.address(), target.patience(), stopped);
        this.atOnce = target.atOnce();
    }

    /**
     * Writes what is missing; one sentence for the terminal.
     *
     * @param work folder of the bookmark
     * @throws ScoresNotWritten when some of it is not in the catalog; its message says how much is
     */
    public String write(Path result, Path work) throws IOException, InterruptedException, ScoresNotWritten {
        ObjectNode head = head(Json.parse(Files.readAllBytes(result.resolve("summary.json"))));
        List<Entry> entries = SegmentFiles.read(result).values().stream()
                .sorted(Comparator.comparing(Entry::caseId).thenComparing(Entry::digest))
                .toList();
        String name = SegmentFiles.hex(address + "\n" + CanonicalJson.write(head));
        Path file = work.resolve("scores-" + name.substring(0, 16) + ".json");
        Bookmark mark = Bookmark.read(file);
        run = mark.run();
        boolean complete = mark.sent() >= entries.size() && catalog.isComplete(mark.run());
        if (!complete && mark.sent() < entries.size()) {
            complete = send(head, entries, mark, file);
        }
        if (!complete && mark.sent() > 0) {
            // the catalog lost what it had acknowledged, for instance to an older backup
            complete = send(head, entries, new Bookmark("", 0), file);
        }
        if (!complete) {
            throw new ScoresNotWritten(address + " says that rankings of the run are missing although all were sent");
        }
        return "scores: " + entries.size() + " rankings are in " + address + " as run " + run + ", " + added
                + " of them new there";
    }

    /** Whether the catalog then has all. */
    private boolean send(ObjectNode head, List<Entry> entries, Bookmark from, Path file)
            throws IOException, InterruptedException, ScoresNotWritten {
        boolean complete = false;
        int sent = from.sent();
        try {
            while (sent < entries.size()) {
                catalog.refuseIfStopped();
                ArrayNode rankings = rankings(entries.subList(sent, Math.min(entries.size(), sent + atOnce)));
                int next = sent + rankings.size();
                ObjectNode batch = JsonNodeFactory.instance.objectNode();
                batch.set("run", head);
                batch.set("rankings", rankings);
                JsonNode answer = catalog.write(batch);
                sent = next;
                added += answer.path("added").asInt();
                complete = answer.path("complete").asBoolean();
                run = answer.path("run").asText();
                new Bookmark(run, sent).write(file);
            }
        } catch (ScoresNotWritten reason) {
            throw new ScoresNotWritten(sent + " of " + entries.size() + " rankings were written: " + reason.getMessage()
                    + "; the same command goes on from there");
        }
        return complete;
    }

    /** As many of them as a body holds, and one at least: how long rankings are depends on how much of them is shown. */
    private static ArrayNode rankings(List<Entry> some) throws IOException {
        ArrayNode rankings = JsonNodeFactory.instance.arrayNode();
        long bytes = 0;
        for (Entry entry : some) {
            ObjectNode row = ScoreRows.of("sha256:" + entry.digest(), Json.parse(SegmentFiles.ranking(entry)));
            bytes += CanonicalJson.bytes(row).length;
            if (bytes > MOST_BYTES && !rankings.isEmpty()) {
                break;
            }
            rankings.add(row);
        }
        return rankings;
    }

    private static ObjectNode head(JsonNode summary) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("release", "bundle", "policy", "policyHash", "rankings", "outputHash")) {
            head.set(name, summary.path(name));
        }
        head.set("shown", summary.path("top"));
        return head;
    }
}
