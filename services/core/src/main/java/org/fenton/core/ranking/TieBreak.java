package org.fenton.core.ranking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fenton.core.id.Combination;
import org.fenton.core.mechanism.EffectPath;
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
    private final DrugEffects effects;
    private final int goal;
    private final Combination combination;
    private @Nullable Key key;

    /**
     * @param unknown drugs with a path but without a potency on record
     * @param log10Nanomolar sum over the other drugs, of the target that the leading path starts at
     */
    private record Key(int studies, int unknown, double log10Nanomolar) {}

    TieBreak(DrugEffects effects, int goal, Combination combination) {
        this.effects = effects;
        this.goal = goal;
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
        Set<String> studies = new HashSet<>();
        int unknown = 0;
        double log10Nanomolar = 0;
        for (FerroptosisEffect effect : effects.answering(combination)) {
            List<EffectPath> paths = goal > 0 ? effect.promotingPaths() : effect.inhibitingPaths();
            paths.forEach(path -> path.arcs().forEach(arc -> studies.addAll(arc.studies())));
            if (!paths.isEmpty()) {
                var nanomolar = paths.get(0).target().potencyNanomolar();
                unknown += nanomolar.isPresent() ? 0 : 1;
                log10Nanomolar += nanomolar.isPresent() ? StrictMath.log10(nanomolar.getAsDouble()) : 0;
            }
        }
        return new Key(studies.size(), unknown, log10Nanomolar);
    }
}
