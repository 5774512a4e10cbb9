package org.fenton.core.ranking;

import java.util.BitSet;
import java.util.List;
import org.fenton.core.id.Combination;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.jspecify.annotations.Nullable;

/**
 * What orders candidates of one case whose scores are equal, as a potency that saturates makes many: more distinct studies
 * behind the paths towards the goal come first, then the drugs whose leading path starts at the target that they hit at the
 * lower concentration (an unknown one after every known one), then the id. It is no part of the score.
 *
 * <p>Of thousands few are asked, so it is found when it is.
 */
final class TieBreak {
    private final StandingPaths paths;
    private final List<FerroptosisEffect> effects;
    private final Combination combination;
    private @Nullable Key key;

    /**
     * @param unknown drugs with a path but without a potency on record
     * @param log10Nanomolar sum over the other drugs, of the target that the leading path starts at
     */
    private record Key(int studies, int unknown, double log10Nanomolar) {}

    /** @param effects of the drugs that answer: one, or both of a pair */
    TieBreak(StandingPaths paths, List<FerroptosisEffect> effects, Combination combination) {
        this.paths = paths;
        this.effects = effects;
        this.combination = combination;
    }

    /** Negative when this one comes first. */
    int compareTo(TieBreak other) {
        Key ours = key();
        Key theirs = other.key();
        if (ours.studies != theirs.studies) {
            return theirs.studies - ours.studies;
        }
        if (ours.unknown != theirs.unknown) {
            return ours.unknown - theirs.unknown;
        }
        int byPotency = Double.compare(ours.log10Nanomolar, theirs.log10Nanomolar);
        return byPotency != 0 ? byPotency : combination.compareTo(other.combination);
    }

    private Key key() {
        Key known = key;
        if (known == null) {
            known = read();
            key = known;
        }
        return known;
    }

    private Key read() {
        StandingPaths.Behind first = paths.behind(effects.get(0));
        if (effects.size() == 1) {
            return new Key(first.studies().cardinality(), first.unknown() ? 1 : 0, first.log10Nanomolar());
        }
        StandingPaths.Behind second = paths.behind(effects.get(1));
        BitSet studies = (BitSet) first.studies().clone();
        studies.or(second.studies());
        return new Key(
                studies.cardinality(),
                (first.unknown() ? 1 : 0) + (second.unknown() ? 1 : 0),
                first.log10Nanomolar() + second.log10Nanomolar());
    }
}
