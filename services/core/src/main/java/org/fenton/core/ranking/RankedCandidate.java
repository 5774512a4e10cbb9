package org.fenton.core.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fenton.core.id.Combination;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.safety.Finding;

/**
 * One drug or pair with its score and everything that explains it.
 *
 * @param abstention why no direction is given; empty where one is
 * @param band 1 for the leaders of its lane; candidates of a band have overlapping intervals
 * @param tieBreak what orders it among candidates of equal score
 * @param wording the sentences for and against it
 */
public record RankedCandidate(
        Combination combination,
        Outlook outlook,
        Optional<Abstention> abstention,
        Lane lane,
        int rank,
        int band,
        Ledger ledger,
        FerroptosisEffect effect,
        List<Finding> safety,
        TieBreak tieBreak,
        Wording wording) {
    /** By score; equal scores by what stands behind the paths towards the goal. */
    static final Comparator<RankedCandidate> BEST_FIRST = (a, b) -> {
        int byScore = Double.compare(b.score(), a.score());
        return byScore != 0 ? byScore : a.tieBreak.compareTo(b.tieBreak);
    };

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
        return new RankedCandidate(
                combination, outlook, abstention, lane, newRank, newBand, ledger, effect, safety, tieBreak, wording);
    }
}
