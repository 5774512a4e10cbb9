package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fenton.core.id.Combination;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.RankingWriter;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.gateway.ranking.RankingService.Answer;

/** The words and numbers of a card. Words round to two decimals, numbers are those of the ranking. */
final class CardText {
    private static final int FEW = 5;

    private CardText() {}

    static String name(Answer answer, Combination combination) {
        return combination.drugs().stream()
                .map(id -> answer.knowledge().drug(id).name())
                .collect(Collectors.joining(" + "));
    }

    static String score(RankedCandidate candidate) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", candidate.score(), candidate.lower(), candidate.upper());
    }

    /** Actions of the rules that fired, and how many could not be answered. */
    static String safety(RankedCandidate candidate) {
        Set<String> fired = new TreeSet<>();
        candidate.safety().stream()
                .filter(finding -> finding.fired())
                .forEach(finding ->
                        fired.add(finding.rule().action() + " " + finding.rule().id()));
        long unknown =
                candidate.safety().stream().filter(finding -> finding.unknown()).count();
        String text = String.join(", ", fired);
        if (unknown > 0) {
            text += (text.isEmpty() ? "" : "; ") + unknown + " not known";
        }
        return text.isEmpty() ? "nothing fired" : text;
    }

    static String table(Answer answer, List<RankedCandidate> candidates) {
        StringBuilder table = new StringBuilder(
                "| band | candidate | score (interval), points | safety rules |\n|---|---|---|---|\n");
        for (RankedCandidate candidate : candidates) {
            table.append("| ")
                    .append(candidate.band())
                    .append(" | ")
                    .append(cell(name(answer, candidate.combination())))
                    .append(" | ")
                    .append(score(candidate))
                    .append(" | ")
                    .append(cell(safety(candidate)))
                    .append(" |\n");
        }
        return table.toString();
    }

    static String cell(String text) {
        return text.replace("|", "/").replace("\n", " ");
    }

    /** What the reader must know before trusting the card: notes of the ranking, what was not used, what did not come. */
    static String caveats(Answer answer, CaseDraft draft, Set<String> notDelivered) {
        StringBuilder text = new StringBuilder();
        bullets(text, answer.ranking().notes());
        bullets(
                text,
                draft.problems().stream()
                        .map(problem -> "Not used: " + problem.place() + ": " + problem.detail() + ".")
                        .toList());
        bullets(
                text,
                draft.unused().stream()
                        .map(unused -> "Not used: " + unused.place() + ": " + unused.detail() + ".")
                        .toList());
        if (!notDelivered.isEmpty()) {
            bullets(text, List.of("Not delivered by prefetch: " + String.join(", ", notDelivered) + "."));
        }
        return text.append("\n").append(RankingWriter.RESEARCH_USE).toString();
    }

    private static void bullets(StringBuilder text, List<String> lines) {
        lines.stream().limit(FEW).forEach(line -> text.append("- ").append(line).append('\n'));
        if (lines.size() > FEW) {
            text.append("- and ").append(lines.size() - FEW).append(" more of this kind\n");
        }
    }

    static ObjectNode numbers(Answer answer, List<RankedCandidate> candidates) {
        ObjectNode numbers = JsonNodeFactory.instance.objectNode();
        numbers.put("id", answer.id())
                .put("release", answer.ranking().releaseId())
                .put("bundle", answer.ranking().bundleId())
                .put("policy", answer.ranking().policy().id());
        ArrayNode list = numbers.putArray("candidates");
        for (RankedCandidate candidate : candidates) {
            list.addObject()
                    .put("combination", candidate.combination().toString())
                    .put("outlook", candidate.outlook().name())
                    .put("lane", candidate.lane().name())
                    .put("rank", candidate.rank())
                    .put("band", candidate.band())
                    .put("score", exact(candidate.score()))
                    .put("lower", exact(candidate.lower()))
                    .put("upper", exact(candidate.upper()));
        }
        return numbers;
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(CanonicalJson.number(value));
    }
}
