package org.fenton.learning.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenton.learning.files.Hashes;
import org.fenton.learning.files.Json;
import org.fenton.learning.measures.ScoredRows.Bin;

/**
 * Predicted probability against the share that came true, on rows that an evaluation held out. It lies beside a bundle, not in it, so that
 * a bundle keeps its id when the figure is drawn.
 *
 * @param evaluation hash of the evaluation's figures to nine decimals, which a bundle holds too: it tells which bundle the bins belong to
 * @param regimes bins of equally many rows by rising probability; {@code model} for all held-out rows
 * @param tissues how intervals and abstention did in the lines of each
 */
public record Reliability(
        String protocol,
        long seed,
        String evaluation,
        SortedMap<String, List<Bin>> regimes,
        SortedMap<String, TissueFigures> tissues) {
    public Reliability {
        regimes = new TreeMap<>(regimes);
        tissues = new TreeMap<>(tissues);
    }

    /** Where the bins of the bundle in this directory are looked for. */
    public static Path beside(Path bundle) {
        Path directory = bundle.toAbsolutePath().normalize();
        return directory.resolveSibling(directory.getFileName() + ".reliability.json");
    }

    /** Nine decimals: the last digit of a mean may be another on another machine. */
    static String hash(JsonNode evaluation) {
        return "sha256:" + Hashes.sha256(Json.pretty(rounded(evaluation)));
    }

    private static JsonNode rounded(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> copy.set(member.getKey(), rounded(member.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> copy.add(rounded(each)));
            return copy;
        }
        if (node.isDouble() && Double.isFinite(node.doubleValue())) {
            return JsonNodeFactory.instance.textNode(
                    node.decimalValue().setScale(9, RoundingMode.HALF_EVEN).toPlainString());
        }
        return node;
    }

    /**
     * Adds what lies beside a bundle to its card: {@code reliability}, the bins by regime, and {@code tissues}; where it is of another
     * evaluation or cannot be read, {@code reliability} is its {@code problem} in words; nothing when nothing lies there.
     */
    public static void addTo(ObjectNode card, Path bundle, byte[] evaluation) {
        Path file = beside(bundle);
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            Reliability read = Json.read(Files.readAllBytes(file), Reliability.class);
            if (hash(Json.tree(evaluation)).equals(read.evaluation)) {
                card.set("reliability", Json.tree(read.regimes));
                card.set("tissues", Json.tree(read.tissues));
            } else {
                problem(card, file, "is of another evaluation: " + read.evaluation);
            }
        } catch (IOException | RuntimeException e) {
            problem(card, file, "cannot be read");
        }
    }

    private static void problem(ObjectNode card, Path file, String what) {
        card.putObject("reliability").put("problem", file.getFileName() + " " + what);
    }
}
