package org.fenton.core.mechanism;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of a {@link FerroptosisEffect}: all that thousands of pairs are ranked by, without the paths of each.
 *
 * @param promotingPath the strongest that promotes; {@code null} when none does
 * @param inhibitingPath the strongest that inhibits; {@code null} when none does
 */
public record EffectStrength(
        double promoting,
        double inhibiting,
        @Nullable EffectPath promotingPath,
        @Nullable EffectPath inhibitingPath) {
    /** The smaller side over the larger, in [0, 1]; 0 when both are 0. */
    public double conflictIndex() {
        double larger = Math.max(promoting, inhibiting);
        return larger == 0 ? 0 : Math.min(promoting, inhibiting) / larger;
    }

    public FerroptosisEffect.Direction direction() {
        if (Math.max(promoting, inhibiting) < FerroptosisEffect.FLOOR) {
            return FerroptosisEffect.Direction.NONE;
        }
        if (conflictIndex() >= FerroptosisEffect.CONFLICT) {
            return FerroptosisEffect.Direction.CONFLICTED;
        }
        return promoting > inhibiting ? FerroptosisEffect.Direction.PROMOTES : FerroptosisEffect.Direction.INHIBITS;
    }

    /** Promoting minus inhibiting, in (−1, 1). */
    public double net() {
        return promoting - inhibiting;
    }

    /** Both drugs together. */
    public EffectStrength with(EffectStrength other) {
        return new EffectStrength(
                together(promoting, promotingPath, other.promoting, other.promotingPath),
                together(inhibiting, inhibitingPath, other.inhibiting, other.inhibitingPath),
                stronger(promotingPath, other.promotingPath),
                stronger(inhibitingPath, other.inhibitingPath));
    }

    private static double together(double a, @Nullable EffectPath aPath, double b, @Nullable EffectPath bPath) {
        boolean sameArm = aPath != null && bPath != null && aPath.arm().equals(bPath.arm());
        return sameArm ? Math.max(a, b) : 1 - (1 - a) * (1 - b);
    }

    private static @Nullable EffectPath stronger(@Nullable EffectPath a, @Nullable EffectPath b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Propagation.STRONGEST_FIRST.compare(a, b) <= 0 ? a : b;
    }
}
