package org.fenton.gateway.workbench;

import java.util.List;
import java.util.Optional;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Comparison;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.NearestFlip;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Standing;
import org.fenton.core.ranking.Term;
import org.fenton.gateway.question.Answers;
import org.fenton.gateway.question.Named;

/**
 * Two candidates side by side.
 *
 * @param rows terms that differ, the largest difference first; empty when one of the two is not ranked
 */
public record CompareView(String id, Side a, Side b, String sentence, String difference, List<Row> rows) {
    /** One of the two. */
    public record Side(
            String asked, String name, String place, String score, String interval, List<LeftOut> notRanked) {}

    /** @param x and {@code width} the bar of the difference, from the middle of 160 */
    public record Row(
            String term,
            String a,
            String b,
            String aWhy,
            String bWhy,
            String difference,
            double x,
            double width,
            String tone) {}

    private static final double HALF = 76;

    static CompareView of(Answered.Answer answer, String a, String b) {
        Knowledge knowledge = answer.question().ranker().knowledge();
        Standing left = standing(answer, Named.combination(a, knowledge));
        Standing right = standing(answer, Named.combination(b, knowledge));
        Side sideA = side(left, knowledge);
        Side sideB = side(right, knowledge);
        if (left.candidate().isEmpty() || right.candidate().isEmpty()) {
            return new CompareView(
                    answer.decision().id(),
                    sideA,
                    sideB,
                    "What is not ranked cannot be compared term by term.",
                    "",
                    List.of());
        }
        Comparison comparison =
                Comparison.of(left.candidate().get(), right.candidate().get());
        double largest = comparison.rows().stream()
                .mapToDouble(row -> Math.abs(row.difference()))
                .max()
                .orElse(1);
        return new CompareView(
                answer.decision().id(),
                sideA,
                sideB,
                Answers.sentence(comparison),
                Numbers.signed(comparison.difference()),
                comparison.rows().stream().map(row -> row(row, largest)).toList());
    }

    /** The two leaders of the first list that has two; what a board would ask first. */
    static CompareView leaders(Answered.Answer answer) {
        Optional<RankedCandidate> top = NearestFlip.top(answer.ranking());
        for (ListKey key : ListKey.values()) {
            List<RankedCandidate> list = key.of(answer.ranking());
            if (list.size() > 1 && (top.isEmpty() || list.get(0) == top.get())) {
                return of(
                        answer,
                        list.get(0).combination().toString(),
                        list.get(1).combination().toString());
            }
        }
        Side none = new Side("", "–", "", "", "", List.of());
        return new CompareView(
                answer.decision().id(), none, none, "There are no two candidates to compare.", "", List.of());
    }

    private static Standing standing(Answered.Answer answer, Combination combination) {
        return Standing.of(
                answer.question().ranker().knowledge(), answer.question().tumourCase(), answer.ranking(), combination);
    }

    private static Side side(Standing standing, Knowledge knowledge) {
        String name = org.fenton.gateway.workbench.Row.name(standing.combination(), knowledge);
        return standing.candidate()
                .map(each -> new Side(
                        standing.combination().toString(),
                        name,
                        ListKey.of(each).label() + ", rank " + each.rank() + " of "
                                + Numbers.count(standing.list().size()),
                        Numbers.signed(each.score()),
                        Numbers.plain(each.lower()) + " to " + Numbers.plain(each.upper()),
                        List.<LeftOut>of()))
                .orElseGet(() ->
                        new Side(standing.combination().toString(), name, "not ranked", "–", "", standing.reasons()));
    }

    private static Row row(Comparison.Row row, double largest) {
        double width = Math.round(Math.abs(row.difference()) / largest * HALF * 10) / 10.0;
        return new Row(
                row.term().label(),
                contribution(row.a()),
                contribution(row.b()),
                row.a().map(Term::comment).orElse("not known or nothing"),
                row.b().map(Term::comment).orElse("not known or nothing"),
                Numbers.signed(row.difference()),
                row.difference() < 0 ? 80 - width : 80,
                width,
                row.difference() < 0 ? "con" : "pro");
    }

    private static String contribution(Optional<Term> term) {
        return term.map(each -> Numbers.signed(each.contribution())).orElse("–");
    }
}
