package org.fenton.gateway.question;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fenton.core.ranking.Comparison;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.Outlook;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Standing;
import org.fenton.core.ranking.Term;
import org.fenton.documents.RankingWriter;
import org.fenton.gateway.decision.Decision;
import org.fenton.gateway.ranking.Question;

/** The parts that answers to questions share. */
public final class Answers {
    private Answers() {}

    static ObjectNode head(String format, Decision decision, Question question) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", format);
        root.put("researchUseOnly", RankingWriter.RESEARCH_USE);
        root.put("ranking", decision.id());
        root.put("case", decision.caseHash());
        root.put("release", decision.releaseId());
        root.put("bundle", question.predictions().bundleId());
        root.put("policy", question.ranker().policy().id());
        return root;
    }

    /** Where a candidate stands, in few words. */
    static ObjectNode place(RankedCandidate candidate) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("combination", candidate.combination().toString());
        node.put("outlook", candidate.outlook().name());
        node.put("lane", candidate.lane().name());
        node.put("rank", candidate.rank());
        node.put("band", candidate.band());
        node.put("score", candidate.score());
        node.put("lower", candidate.lower());
        node.put("upper", candidate.upper());
        return node;
    }

    static ArrayNode reasons(Standing standing) {
        ArrayNode reasons = JsonNodeFactory.instance.arrayNode();
        for (LeftOut reason : standing.reasons()) {
            reasons.add(RankingWriter.leftOut(reason));
        }
        return reasons;
    }

    static ObjectNode comparison(Comparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("a", comparison.a().combination().toString());
        node.put("b", comparison.b().combination().toString());
        node.put("decidedBy", comparison.decidedBy().name());
        node.put("difference", comparison.difference());
        node.put("rounding", comparison.rounding());
        ArrayNode rows = node.putArray("terms");
        for (Comparison.Row row : comparison.rows()) {
            ObjectNode term = rows.addObject();
            term.put("name", row.term().label());
            term.put("difference", row.difference());
            row.a().ifPresent(a -> term.set("a", side(a)));
            row.b().ifPresent(b -> term.set("b", side(b)));
        }
        node.put("sentence", sentence(comparison));
        return node;
    }

    private static ObjectNode side(Term term) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("value", term.value())
                .put("contribution", term.contribution())
                .put("comment", term.comment());
    }

    public static String sentence(Comparison comparison) {
        String a = comparison.a().combination().toString();
        String b = comparison.b().combination().toString();
        return switch (comparison.decidedBy()) {
            case OUTLOOK ->
                a + " is " + words(comparison.a().outlook()) + ", " + b + " is "
                        + words(comparison.b().outlook()) + ": that comes before any score";
            case LANE ->
                a + " stands in the " + comparison.a().lane().name().toLowerCase(java.util.Locale.ROOT) + " lane, " + b
                        + " in the " + comparison.b().lane().name().toLowerCase(java.util.Locale.ROOT)
                        + " lane: lanes are never mixed";
            case TIE ->
                a + " and " + b
                        + " have the same score: more studies behind the paths come first, then the more potent drugs, then the name";
            case SCORE ->
                (comparison.difference() > 0 ? a : b) + " is ahead, most of all by "
                        + comparison.rows().stream()
                                .filter(row -> Math.signum(row.difference()) == Math.signum(comparison.difference()))
                                .findFirst()
                                .map(row -> row.term().label())
                                .orElse("rounding")
                        + (comparison.a().band() == comparison.b().band()
                                ? "; both are in one band, so do not read an order into it"
                                : "");
        };
    }

    private static String words(Outlook outlook) {
        return outlook.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
