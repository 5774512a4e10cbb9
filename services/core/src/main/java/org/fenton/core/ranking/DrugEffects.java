package org.fenton.core.ranking;

import org.fenton.core.mechanism.EffectStrength;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.jspecify.annotations.Nullable;

/**
 * What the drugs of a combination do together. A partner without an answer of its own adds nothing to a pair; the noise of
 * two silent drugs makes no answer.
 */
final class DrugEffects {
    private DrugEffects() {}

    static boolean answers(FerroptosisEffect effect) {
        return effect.direction() != FerroptosisEffect.Direction.NONE;
    }

    static FerroptosisEffect together(FerroptosisEffect first, @Nullable FerroptosisEffect second) {
        if (second == null || !answers(second)) {
            return first;
        }
        return answers(first) ? first.with(second) : second;
    }

    /** The numbers of {@link #together(FerroptosisEffect, FerroptosisEffect)}, without the paths. */
    static EffectStrength together(DrugInCase first, @Nullable DrugInCase second) {
        if (second == null || !second.answers()) {
            return first.strength();
        }
        return first.answers() ? first.strength().with(second.strength()) : second.strength();
    }
}
