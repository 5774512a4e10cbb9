package org.fenton.rescoring.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fenton.core.ranking.TermKind;

/** What a ranking says of each candidate, as the score API takes it. The case's label is left out: it may be a name. */
public final class ScoreRows {
    /** The lists of a ranking in their order. */
    private static final List<String> LISTS = List.of("candidates", "conflicted", "expectedHarm", "noAnswer");

    private static final Map<String, String> OUTLOOKS = Map.of(
            "candidates",
            "FAVOURABLE",
            "conflicted",
            "CONFLICTED",
            "expectedHarm",
            "EXPECTED_HARM",
            "noAnswer",
            "UNKNOWN");

    private ScoreRows() {}

    /** How a list of a ranking is called in tables. */
    private static String outlook(String list) {
        return OUTLOOKS.get(list);
    }

    private static boolean isPair(JsonNode candidate) {
        return candidate.path("drugs").size() == 2;
    }

    /** Why the model gave no answer for a pair; empty where it gave one, and for single drugs, for which it is not asked. */
    private static Optional<String> abstention(JsonNode candidate) {
        for (JsonNode term : candidate.path("unknown")) {
            if (isPair(candidate) && term.path("name").asText().equals(TermKind.SYNERGY.label())) {
                return Optional.of(term.path("reason").asText());
            }
        }
        return Optional.empty();
    }

    /** @param digest hash of the ranking's bytes */
    static ObjectNode of(String digest, JsonNode ranking) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("digest", digest).put("case", ranking.path("case").asText());
        ArrayNode scores = row.putArray("scores");
        for (String list : LISTS) {
            ranking.path(list).forEach(each -> scores.add(candidate(list, each)));
        }
        ranking.path("excluded").forEach(each -> scores.add(leftOut(each)));
        return row;
    }

    private static ObjectNode candidate(String list, JsonNode candidate) {
        ObjectNode score = JsonNodeFactory.instance.objectNode();
        score.put("combination", candidate.path("combination").asText()).put("outlook", outlook(list));
        for (String name : List.of("lane", "rank", "band", "score", "lower", "upper")) {
            score.set(name, candidate.path(name));
        }
        Optional<String> abstention = abstention(candidate);
        if (isPair(candidate)) {
            score.put("abstained", abstention.isPresent());
        }
        abstention.ifPresent(reason -> score.put("abstention", reason));
        texts(
                score.putArray("unknown"),
                candidate.path("unknown"),
                term -> term.path("name").asText() + ": " + term.path("reason").asText());
        texts(
                score.putArray("safety"),
                candidate.path("safety"),
                finding -> finding.path("rule").asText() + " "
                        + finding.path("action").asText() + " "
                        + finding.path("state").asText());
        texts(score.putArray("caveats"), candidate.path("against"), JsonNode::asText);
        return score;
    }

    private static ObjectNode leftOut(JsonNode entry) {
        ObjectNode score = JsonNodeFactory.instance.objectNode();
        score.put("combination", entry.path("combination").asText()).put("outlook", "EXCLUDED");
        score.putArray("unknown");
        score.putArray("safety");
        score.putArray("caveats");
        return score.put("excluded", entry.path("code").asText())
                .put("reason", entry.path("reason").asText());
    }

    private static void texts(ArrayNode into, JsonNode list, Function<JsonNode, String> text) {
        list.forEach(each -> into.add(text.apply(each)));
    }
}
