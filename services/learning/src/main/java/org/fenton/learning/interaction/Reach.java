package org.fenton.learning.interaction;

import java.util.Arrays;
import org.fenton.learning.kernel.DrugPart;
import org.fenton.learning.kernel.KernelSetting;
import org.fenton.learning.kernel.LinePart;
import org.jspecify.annotations.Nullable;

/**
 * How far a candidate is from the rows of an evidence.
 *
 * <p>Formula: 1 - n(a) n(b) n(l), n of a drug or line the largest likeness to one in the evidence in units of the largest possible for one that is not the same: 1 for what was seen itself, 0 for what
 * shares nothing with any. Range 0 (all three seen) to 1.
 */
final class Reach {
    private final Evidence evidence;
    private final boolean[] drugs;
    private final boolean[] lines;

    Reach(Evidence evidence) {
        this.evidence = evidence;
        Cast cast = evidence.cast();
        this.drugs = new boolean[cast.drugs().size()];
        this.lines = new boolean[cast.lines().size()];
        for (int d = 0; d < drugs.length; d++) {
            drugs[d] = evidence.saw(cast.drug(d));
        }
        for (int l = 0; l < lines.length; l++) {
            lines[l] = evidence.saw(cast.line(l));
        }
    }

    double distance(Cast.Drug a, Cast.@Nullable Drug b, Cast.Line line) {
        KernelSetting setting = evidence.cast().setting();
        double constant = setting.line().get(LinePart.CONSTANT);
        double range = 1 - constant - setting.line().get(LinePart.IDENTITY);
        double near = nearness(line.likeness(), lines, line.index(), constant, range) * drug(setting, a);
        return 1 - (b == null ? near : near * drug(setting, b));
    }

    private double drug(KernelSetting setting, Cast.Drug drug) {
        double constant = setting.drug().get(DrugPart.CONSTANT);
        double range = 1 - constant - setting.drug().get(DrugPart.IDENTITY);
        return nearness(drug.likeness(), drugs, drug.index(), constant, range);
    }

    private static double nearness(double[] likeness, boolean[] seen, int own, double constant, double range) {
        if (own >= 0 && seen[own]) {
            return 1;
        }
        double nearest = 0;
        for (int i = 0; i < seen.length; i++) {
            if (seen[i]) {
                nearest = Math.max(nearest, (likeness[i] - constant) / range);
            }
        }
        return Math.min(1, nearest);
    }

    /** The distance below which the given share of {@code distances} lies. */
    static double quantile(double[] distances, double share) {
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
