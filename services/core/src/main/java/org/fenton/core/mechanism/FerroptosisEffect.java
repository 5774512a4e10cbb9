package org.fenton.core.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a drug or a pair does to ferroptosis in one case.
 *
 * <p>A drug is as strong as its strongest path on each side: many claimed targets do not add up, since their paths share
 * most of their way. Two drugs add as 1 − (1 − a)(1 − b) where their strongest paths run through different arms, and
 * count as the stronger one where they run through the same. Both sides are in [0, 1). The conflict index is the smaller
 * side over the larger, 0 when both are 0.
 *
 * @param promotingPaths strongest first, one an arm
 * @param inhibitingPaths strongest first, one an arm
 */
public record FerroptosisEffect(
        double promoting, double inhibiting, List<EffectPath> promotingPaths, List<EffectPath> inhibitingPaths) {
    /** Below this strength on both sides the answer is "none", not a direction. */
    public static final double FLOOR = 0.12;
    /** From this conflict index on, no direction is given. */
    public static final double CONFLICT = 0.5;

    public static final FerroptosisEffect NONE = new FerroptosisEffect(0, 0, List.of(), List.of());

    public enum Direction {
        PROMOTES,
        INHIBITS,
        NONE,
        CONFLICTED
    }

    public FerroptosisEffect {
        promotingPaths = List.copyOf(promotingPaths);
        inhibitingPaths = List.copyOf(inhibitingPaths);
    }

    /** The effect of one drug from its paths, each side strongest first. */
    static FerroptosisEffect of(List<EffectPath> promotingPaths, List<EffectPath> inhibitingPaths) {
        return new FerroptosisEffect(
                strongest(promotingPaths), strongest(inhibitingPaths), promotingPaths, inhibitingPaths);
    }

    /** The numbers alone, each side with its strongest path. */
    public EffectStrength strength() {
        return new EffectStrength(promoting, inhibiting, first(promotingPaths), first(inhibitingPaths));
    }

    public double conflictIndex() {
        return strength().conflictIndex();
    }

    public Direction direction() {
        return strength().direction();
    }

    /** Promoting minus inhibiting, in (−1, 1). */
    public double net() {
        return promoting - inhibiting;
    }

    /** The distinct studies on the promoting (+1) or inhibiting (−1) side. */
    public Set<String> studies(int side) {
        Set<String> all = new TreeSet<>();
        (side > 0 ? promotingPaths : inhibitingPaths).forEach(path -> all.addAll(path.studies()));
        return all;
    }

    /** Both drugs together. */
    public FerroptosisEffect with(FerroptosisEffect other) {
        EffectStrength both = strength().with(other.strength());
        return new FerroptosisEffect(
                both.promoting(),
                both.inhibiting(),
                merged(promotingPaths, other.promotingPaths),
                merged(inhibitingPaths, other.inhibitingPaths));
    }

    private static double strongest(List<EffectPath> paths) {
        return paths.isEmpty() ? 0 : paths.get(0).strength();
    }

    private static @Nullable EffectPath first(List<EffectPath> paths) {
        return paths.isEmpty() ? null : paths.get(0);
    }

    /** Both lists stand strongest first. */
    private static List<EffectPath> merged(List<EffectPath> a, List<EffectPath> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        List<EffectPath> all = new ArrayList<>(a.size() + b.size());
        int i = 0;
        for (EffectPath path : b) {
            while (i < a.size() && Propagation.STRONGEST_FIRST.compare(a.get(i), path) <= 0) {
                all.add(a.get(i++));
            }
            all.add(path);
        }
        all.addAll(a.subList(i, a.size()));
        return all;
    }
}
