package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.List;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.RankedCandidate;

/**
 * What a tumour board takes into the room: one page, and an appendix.
 *
 * @param leaders of each lane that is not empty
 * @param alternatives conflicted or expected to harm, so that nobody finds them elsewhere and wonders
 */
public record PackView(
        RankingView ranking,
        String made,
        List<Understanding.Fact> facts,
        List<String> notGiven,
        List<Leader> leaders,
        List<Row> conflicted,
        List<Row> harm,
        List<String> activities,
        List<Detail> appendix) {
    private static final int LEADERS = 5;
    private static final int OTHERS = 3;
    private static final int ACTIVITIES = 8;

    public record Leader(String lane, String total, Row row, String best, String worst) {}

    /** The ledger of a leader. */
    public record Detail(String name, String place, Waterfall ledger, List<Sentence> reasons, List<Sentence> against) {}

    static PackView of(Answered.Answer answer) {
        Knowledge knowledge = answer.question().ranker().knowledge();
        var tumourCase = answer.question().tumourCase();
        CaseWords words = new CaseWords(tumourCase, knowledge);
        List<Leader> leaders = new ArrayList<>();
        List<Detail> appendix = new ArrayList<>();
        for (ListKey key : ListKey.values()) {
            if (key.isLane()) {
                List<RankedCandidate> list = key.of(answer.ranking());
                Interval.Axis axis =
                        Interval.Axis.of(list.stream().limit(LEADERS).toList());
                list.stream().limit(LEADERS).forEach(candidate -> {
                    Row row = Row.of(candidate, knowledge, axis, false);
                    leaders.add(new Leader(key.label(), Numbers.count(list.size()), row, row.reason(), row.against()));
                    appendix.add(detail(candidate, key, knowledge));
                });
            }
        }
        return new PackView(
                RankingView.of(
                        answer.decision().id(),
                        answer.question(),
                        answer.ranking(),
                        new ListView.Wanted(null, Filter.of("", "", ""), 1)),
                Times.of(answer.decision().createdAt()),
                words.facts(),
                words.notGiven(),
                leaders,
                some(ListKey.CONFLICTED, answer, knowledge),
                some(ListKey.EXPECTED_HARM, answer, knowledge),
                tumourCase.state().activities().stream()
                        .sorted((a, b) -> Double.compare(Math.abs(b.score()), Math.abs(a.score())))
                        .limit(ACTIVITIES)
                        .map(each -> each.source() + " " + Numbers.signed(each.score()))
                        .toList(),
                appendix);
    }

    private static List<Row> some(ListKey key, Answered.Answer answer, Knowledge knowledge) {
        List<RankedCandidate> list =
                key.of(answer.ranking()).stream().limit(OTHERS).toList();
        Interval.Axis axis = Interval.Axis.of(list);
        return list.stream().map(each -> Row.of(each, knowledge, axis, false)).toList();
    }

    private static Detail detail(RankedCandidate candidate, ListKey key, Knowledge knowledge) {
        return new Detail(
                Row.name(candidate.combination(), knowledge),
                key.label() + ", rank " + candidate.rank() + ", band " + candidate.band(),
                Waterfall.of(candidate.ledger()),
                Sentence.of(candidate.reasons()),
                Sentence.of(candidate.against()));
    }
}
