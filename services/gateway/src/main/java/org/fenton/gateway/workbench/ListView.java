package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.List;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;

/**
 * One list of a ranking, or a page of it.
 *
 * @param matching candidates that pass the filter, of {@code total}
 * @param previous address of the page before; empty on the first
 */
public record ListView(
        ListKey key,
        String total,
        String matching,
        String from,
        String to,
        List<Row> rows,
        List<Row> pairs,
        String previous,
        String next,
        String low,
        String high) {
    static final int PAGE = 50;
    private static final int OVERVIEW = 8;
    private static final int OVERVIEW_OTHERS = 5;
    private static final int BEST_PAIRS = 3;

    /** @param key null for the head of every list; {@code page} counts from 1 */
    record Wanted(ListKey key, Filter filter, int page) {}

    static List<ListView> overview(Ranking ranking, Knowledge knowledge, Wanted wanted) {
        List<ListView> lists = new ArrayList<>();
        for (ListKey key : ListKey.values()) {
            if (!key.of(ranking).isEmpty() && key != ListKey.NO_ANSWER) {
                int most = key.isLane() ? OVERVIEW : OVERVIEW_OTHERS;
                lists.add(new Slice(ranking, knowledge, new Wanted(key, wanted.filter(), 1), most).view());
            }
        }
        return lists;
    }

    static ListView page(Ranking ranking, Knowledge knowledge, Wanted wanted) {
        return new Slice(ranking, knowledge, wanted, PAGE).view();
    }

    public boolean isFiltered() {
        return !total.equals(matching);
    }

    private record Slice(Ranking ranking, Knowledge knowledge, Wanted wanted, int most) {
        ListView view() {
            List<RankedCandidate> all = wanted.key().of(ranking);
            List<RankedCandidate> passing = wanted.filter().of(all, knowledge);
            int begin = Math.min((wanted.page() - 1) * most, passing.size());
            int end = Math.min(begin + most, passing.size());
            List<RankedCandidate> shown = passing.subList(begin, end);
            List<RankedCandidate> pairs = most < PAGE ? bestPairs(passing, shown) : List.of();
            List<RankedCandidate> drawn = new ArrayList<>(shown);
            drawn.addAll(pairs);
            Interval.Axis axis = Interval.Axis.of(drawn);
            return new ListView(
                    wanted.key(),
                    Numbers.count(all.size()),
                    Numbers.count(passing.size()),
                    Numbers.count(passing.isEmpty() ? 0 : begin + 1),
                    Numbers.count(end),
                    rows(shown, axis),
                    rows(pairs, axis),
                    begin > 0 ? address(wanted.page() - 1) : "",
                    end < passing.size() && most == PAGE ? address(wanted.page() + 1) : "",
                    Numbers.plain(axis.low()),
                    Numbers.plain(axis.high()));
        }

        private String address(int page) {
            return "?list=" + wanted.key() + wanted.filter().query() + "&page=" + page;
        }

        /** Single drugs often fill the head of a lane; the best pairs are shown all the same. */
        private List<RankedCandidate> bestPairs(List<RankedCandidate> passing, List<RankedCandidate> shown) {
            boolean seen = shown.stream().anyMatch(each -> each.combination().isPair());
            return seen || !wanted.key().isLane()
                    ? List.of()
                    : passing.stream()
                            .filter(each -> each.combination().isPair())
                            .limit(BEST_PAIRS)
                            .toList();
        }

        private List<Row> rows(List<RankedCandidate> candidates, Interval.Axis axis) {
            List<Row> rows = new ArrayList<>();
            int band = -1;
            for (RankedCandidate candidate : candidates) {
                rows.add(Row.of(candidate, knowledge, axis, candidate.band() != band));
                band = candidate.band();
            }
            return rows;
        }
    }
}
