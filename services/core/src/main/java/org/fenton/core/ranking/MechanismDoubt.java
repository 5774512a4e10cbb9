package org.fenton.core.ranking;

import org.fenton.core.knowledge.DrugTarget;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.PathwayState;
import org.jspecify.annotations.Nullable;

/**
 * How far the mechanism term of one case may be off.
 *
 * <p>The larger of both directions' strongest paths: 0.1 seen in this disease, 0.15 general, 0.25 seen in other tumours
 * only; plus 0.1 where the arm that a drug blocks was not measured; plus 0.2·(1 − coverage) where its activity was
 * inferred from a part of its targets, so that a small panel widens the doubt instead of hiding it. At least 0.1.
 */
final class MechanismDoubt {
    private static final double LEAST = 0.1;
    private static final double UNMEASURED = 0.1;
    private static final double UNCOVERED = 0.2;

    private final PathwayState state;

    MechanismDoubt(PathwayState state) {
        this.state = state;
    }

    /** Of the two sides together. */
    static double of(double promoting, double inhibiting) {
        return Math.max(LEAST, Math.max(promoting, inhibiting));
    }

    /** Of a side whose strongest path this is; 0 of one without. */
    double of(@Nullable EffectPath strongest) {
        if (strongest == null) {
            return 0;
        }
        double place =
                switch (strongest.match()) {
                    case EXACT -> 0.1;
                    case GENERAL -> 0.15;
                    case EXTRAPOLATED, NONE -> 0.25;
                };
        if (strongest.target().effect() == DrugTarget.Effect.ACTIVATE) {
            return place;
        }
        String arm = strongest.arm();
        boolean measured = state.factor(arm).isPresent() || state.gene(arm).isPresent();
        return place + (measured ? UNCOVERED * (1 - coverage(arm)) : UNMEASURED);
    }

    /** Measured share of the arm's targets; 1 where it was measured as a gene or the share is not told. */
    private double coverage(String arm) {
        for (Activity activity : state.activities()) {
            if (activity.source().equals(arm)
                    && activity.targetsMeasured().isPresent()
                    && activity.targetsTotal().orElse(0) > 0) {
                return Math.min(
                        1,
                        (double) activity.targetsMeasured().getAsInt()
                                / activity.targetsTotal().getAsInt());
            }
        }
        return 1;
    }
}
