package org.fenton.learning.interaction;

import java.util.Arrays;
import org.fenton.learning.data.Screen;
import org.fenton.learning.kernel.DrugPart;
import org.fenton.learning.kernel.KernelSetting;
import org.fenton.learning.kernel.LinePart;

/**
 * How far a row is from the rows that were learned from.
 *
 * <p>Formula: 1 - n(a) n(b) n(l), n of a drug or line the largest likeness to one in the evidence in units of the largest possible for one that is not the same: 1 for what was seen itself, 0 for what
 * shares nothing with any. Range 0 (all three seen) to 1.
 */
final class Reach {
    private final Screen screen;
    private final Evidence.Likeness likeness;
    private final boolean[] seenDrugs;
    private final boolean[] seenLines;

    Reach(Screen screen, Evidence.Likeness likeness, int[] rows) {
        this.screen = screen;
        this.likeness = likeness;
        this.seenDrugs = new boolean[screen.drugs().size()];
        this.seenLines = new boolean[screen.lines().size()];
        for (int row : rows) {
            seenDrugs[screen.drugA(row)] = true;
            if (!screen.singleAgent(row)) {
                seenDrugs[screen.drugB(row)] = true;
            }
            seenLines[screen.line(row)] = true;
        }
    }

    double distance(int row) {
        KernelSetting setting = likeness.setting();
        double drugConstant = setting.drug().get(DrugPart.CONSTANT);
        double drugRange = 1 - drugConstant - setting.drug().get(DrugPart.IDENTITY);
        double lineConstant = setting.line().get(LinePart.CONSTANT);
        double lineRange = 1 - lineConstant - setting.line().get(LinePart.IDENTITY);
        double near = nearness(likeness.drugs()[screen.drugA(row)], seenDrugs, screen.drugA(row), drugConstant, drugRange)
                * nearness(likeness.lines()[screen.line(row)], seenLines, screen.line(row), lineConstant, lineRange);
        if (!screen.singleAgent(row)) {
            near *= nearness(
                    likeness.drugs()[screen.drugB(row)], seenDrugs, screen.drugB(row), drugConstant, drugRange);
        }
        return 1 - near;
    }

    private static double nearness(double[] likeness, boolean[] seen, int own, double constant, double range) {
        if (seen[own]) {
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
