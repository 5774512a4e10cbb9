package org.fenton.core.ranking;

import java.util.List;
import java.util.Optional;
import org.fenton.core.id.Combination;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.safety.Finding;

/** One drug or pair with its place, its score and everything that explains it. For one thread. */
public final class RankedCandidate {
    private final Appraised appraised;
    private final int rank;
    private final int band;

    RankedCandidate(Appraised appraised, int rank, int band) {
        this.appraised = appraised;
        this.rank = rank;
        this.band = band;
    }

    public Combination combination() {
        return appraised.combination;
    }

    public Outlook outlook() {
        return appraised.outlook;
    }

    /** Why no direction is given; empty where one is. */
    public Optional<Abstention> abstention() {
        return appraised.abstention();
    }

    public Lane lane() {
        return appraised.lane;
    }

    /** 1 for the first of its list. */
    public int rank() {
        return rank;
    }

    /** 1 for the leaders of its list; candidates of a band have overlapping intervals. */
    public int band() {
        return band;
    }

    public double score() {
        return appraised.score;
    }

    /** Lower end of the interval of {@link Ledger}. */
    public double lower() {
        return appraised.lower;
    }

    /** Upper end of the interval of {@link Ledger}. */
    public double upper() {
        return appraised.upper;
    }

    public Ledger ledger() {
        return appraised.ledger();
    }

    public FerroptosisEffect effect() {
        return appraised.effect();
    }

    public List<Finding> safety() {
        return appraised.safety();
    }

    /** Sentences that speak for it. */
    public List<String> reasons() {
        return appraised.reasons();
    }

    /** Sentences that speak against it. */
    public List<String> against() {
        return appraised.against();
    }

    /** What the term at this place of a score adds; 0 where the candidate does not have it. */
    double contribution(int place) {
        return appraised.values.contribution(place);
    }

    /** Whether it comes first when both have the same score. */
    boolean comesBeforeEqual(RankedCandidate other) {
        return appraised.beforeEqual(other.appraised) < 0;
    }
}
