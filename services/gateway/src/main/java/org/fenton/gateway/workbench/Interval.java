package org.fenton.gateway.workbench;

import java.util.List;
import org.fenton.core.ranking.RankedCandidate;

/** Where scores and their intervals lie on an axis that all rows of a page share. */
public record Interval(double left, double width, double score, double zero) {
    static final int AXIS = 180;
    private static final int MARGIN = 4;

    /** The axis of a page: the widest interval of its rows, and 0. */
    record Axis(double low, double high) {
        static Axis of(List<RankedCandidate> candidates) {
            double low = 0;
            double high = 0;
            for (RankedCandidate candidate : candidates) {
                low = Math.min(low, candidate.lower());
                high = Math.max(high, candidate.upper());
            }
            return new Axis(low, high == low ? low + 1 : high);
        }

        double at(double value) {
            double share = (value - low) / (high - low);
            return Math.round((MARGIN + share * (AXIS - 2 * MARGIN)) * 10) / 10.0;
        }

        Interval of(RankedCandidate candidate) {
            double left = at(candidate.lower());
            return new Interval(left, at(candidate.upper()) - left, at(candidate.score()), at(0));
        }
    }
}
