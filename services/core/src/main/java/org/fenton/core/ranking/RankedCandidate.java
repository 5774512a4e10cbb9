package org.fenton.core.ranking;

import java.util.List;
import org.fenton.core.id.Combination;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.safety.Finding;

/**
 * One drug or pair with its score and everything that explains it.
 *
 * @param band 1 for the leaders of its lane; candidates of a band have overlapping intervals
 * @param reasons sentences that speak for it
 * @param against sentences that speak against it
 */
public record RankedCandidate(
        Combination combination,
        Outlook outlook,
        Lane lane,
        int rank,
        int band,
        Ledger ledger,
        FerroptosisEffect effect,
        List<Finding> safety,
        List<String> reasons,
        List<String> against) {
    public RankedCandidate {
        safety = List.copyOf(safety);
        reasons = List.copyOf(reasons);
        against = List.copyOf(against);
    }

    public double score() {
        return ledger.score();
    }

    RankedCandidate at(int newRank, int newBand) {
        return new RankedCandidate(
                combination, outlook, lane, newRank, newBand, ledger, effect, safety, reasons, against);
    }
}
