package org.fenton.core.ranking;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fenton.core.mechanism.Arc;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.mechanism.FerroptosisEffect;

/** What stands behind a drug's paths towards the goal of one case. For one thread. */
final class StandingPaths {
    private final int goal;
    private final Map<String, Integer> placeOfStudy = new HashMap<>();

    /**
     * @param studies those behind the paths towards the goal, each at a place of its own
     * @param unknown whether there is a path, but no potency on record at the target that the strongest starts at
     * @param log10Nanomolar that potency; 0 where there is none
     */
    record Behind(BitSet studies, boolean unknown, double log10Nanomolar) {}

    /** @param goal +1 when the goal is more of the process, −1 when it is less */
    StandingPaths(int goal) {
        this.goal = goal;
    }

    /** @param effect of one drug */
    Behind behind(FerroptosisEffect effect) {
        List<EffectPath> paths = goal > 0 ? effect.promotingPaths() : effect.inhibitingPaths();
        BitSet studies = new BitSet();
        for (EffectPath path : paths) {
            for (Arc arc : path.arcs()) {
                arc.studies()
                        .forEach(study -> studies.set(placeOfStudy.computeIfAbsent(study, key -> placeOfStudy.size())));
            }
        }
        if (paths.isEmpty()) {
            return new Behind(studies, false, 0);
        }
        OptionalDouble nanomolar = paths.get(0).target().potencyNanomolar();
        return new Behind(
                studies, nanomolar.isEmpty(), nanomolar.isPresent() ? StrictMath.log10(nanomolar.getAsDouble()) : 0);
    }
}
