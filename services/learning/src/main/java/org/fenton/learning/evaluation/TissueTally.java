package org.fenton.learning.evaluation;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenton.learning.training.ConformalInterval;
import org.fenton.learning.training.Learner;

/** Adds up {@link TissueFigures} fold by fold, each fold's rows beside the interval that this fold learned. */
final class TissueTally {
    /** Of lines whose tissue is not known. */
    static final String UNKNOWN = "unknown";
    /** Fewer than an interval is fitted on: no tissue has ten lines in most pairs. */
    static final int FEWEST_LINES = 5;

    private static final class Sum {
        private int rows;
        private double predicted;
        private int observed;
        private long beyond;
        private int pairs;
        private int covered;

        private TissueFigures figures() {
            return new TissueFigures(
                    rows,
                    rounded(predicted / rows),
                    rounded((double) observed / rows),
                    rounded((double) beyond / rows),
                    pairs,
                    pairs == 0 ? null : rounded((double) covered / pairs));
        }
    }

    private final SortedMap<String, Sum> sums = new TreeMap<>();

    /** @param beyond how many of the rows are beyond the reach */
    void add(String tissue, List<Learner.ScoredPair> rows, ConformalInterval interval, long beyond) {
        Sum sum = sums.computeIfAbsent(tissue, t -> new Sum());
        sum.rows += rows.size();
        for (Learner.ScoredPair row : rows) {
            sum.predicted += row.probability();
            sum.observed += row.row().synergistic() ? 1 : 0;
        }
        sum.beyond += beyond;
        for (ConformalInterval.PairShare share : Learner.shares(rows, FEWEST_LINES)) {
            sum.pairs++;
            sum.covered += interval.holds(share) ? 1 : 0;
        }
    }

    SortedMap<String, TissueFigures> figures() {
        SortedMap<String, TissueFigures> figures = new TreeMap<>();
        sums.forEach((tissue, sum) -> figures.put(tissue, sum.figures()));
        return figures;
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }
}
