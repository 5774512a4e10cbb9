package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.fenton.documents.Json;
import org.fenton.gateway.decision.Decision;
import org.fenton.gateway.workbench.Understanding.Fact;

/** One decision record: what it was made with, what it holds, and the verdict when it was made again. */
public record RecordView(
        String id,
        List<Fact> facts,
        List<Fact> counts,
        Verdict verdict,
        List<Feedback.Line> feedback,
        boolean caseKept) {
    /**
     * @param word SAME, DIFFERENT, NOT_POSSIBLE; empty when nobody asked
     * @param missing what would be needed
     */
    public record Verdict(String word, String meaning, List<String> missing) {
        static final Verdict NONE = new Verdict("", "", List.of());

        static Verdict of(JsonNode replay) {
            List<String> missing = new ArrayList<>();
            for (JsonNode each : replay.path("missing")) {
                String available = each.path("available").asText("");
                missing.add(each.path("what").asText() + " "
                        + each.path("recorded").asText() + (available.isEmpty() ? "" : "; there is " + available));
            }
            String word = replay.path("verdict").asText();
            String meaning =
                    switch (word) {
                        case "SAME" ->
                            "Made again from its case, release, bundle and policy, the answer is the same to the last byte ("
                                    + Numbers.count(replay.at("/replayed/bytes").asLong()) + " bytes).";
                        case "DIFFERENT" ->
                            "Made again, the answer differs from byte "
                                    + replay.path("firstDifferentByte").asLong()
                                    + " on. Do not rely on it before somebody knows why.";
                        default -> "It cannot be made again here: something it was made with is not at hand.";
                    };
            return new Verdict(word, meaning, missing);
        }
    }

    static RecordView of(Decision decision, Verdict verdict, List<Feedback.Line> feedback) {
        JsonNode answer = Json.parseAnswer(decision.answer());
        List<Fact> facts = List.of(
                new Fact("Record", decision.id()),
                new Fact("Number in the chain", Numbers.count(decision.seq())),
                new Fact("Made", Times.of(decision.createdAt())),
                new Fact("Made by", decision.software()),
                new Fact(
                        "Case",
                        decision.caseHash(),
                        decision.document().isEmpty() ? "the case itself was not kept" : ""),
                new Fact("Release", decision.releaseId()),
                new Fact("Bundle", decision.bundleId()),
                new Fact("Policy", decision.policyId()));
        List<Fact> counts = new ArrayList<>();
        answer.path("counts").properties().forEach(count -> {
            if (!count.getKey().equals("shownPerList")) {
                counts.add(new Fact(
                        words(count.getKey()), Numbers.count(count.getValue().asLong())));
            }
        });
        return new RecordView(
                decision.id(),
                facts,
                counts,
                verdict,
                feedback,
                decision.document().isPresent());
    }

    private static String words(String key) {
        return switch (key) {
            case "expectedHarm" -> "Expected harm";
            case "noAnswer" -> "No answer";
            default ->
                key.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + key.substring(1).toLowerCase(java.util.Locale.ROOT);
        };
    }
}
