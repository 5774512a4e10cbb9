package org.fenton.core.ranking;

import java.util.List;
import org.fenton.core.id.Combination;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.safety.Finding;

/**
 * One drug or pair with its score and everything that explains it.
 *
 * @param band 1 for the leaders of its lane; candidates of a band have overlapping intervals
 * @param wording the sentences for and against it
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
        Wording wording) {
    public RankedCandidate {
        safety = List.copyOf(safety);
    }

    /** Sentences that speak for it. */
    public List<String> reasons() {
        return wording.reasons();
    }

    /** Sentences that speak against it. */
    public List<String> against() {
        return wording.against();
    }

    public double score() {
        return ledger.score();
    }

    RankedCandidate at(int newRank, int newBand) {
        return new RankedCandidate(combination, outlook, lane, newRank, newBand, ledger, effect, safety, wording);
    }
}
