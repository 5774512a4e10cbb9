package org.fenton.learning.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.training.Regime;

/**
 * The units of a fold's test rows: what the regime holds out, and what the bootstrap draws.
 *
 * <p>Pairs where pairs are held out and at random, held-out drugs where drugs are, lines where lines or tissues are.
 *
 * @param unitA unit of each test row
 * @param unitB the second held-out drug of a row, or −1
 */
record HeldOut(int[] unitA, int[] unitB, int units) {
    static HeldOut of(Screen screen, Regime regime, Split split) {
        Map<Long, Integer> index = new HashMap<>();
        int[] rows = split.testRows();
        int[] unitA = new int[rows.length];
        int[] unitB = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            unitB[i] = -1;
            if (regime != Regime.LEAVE_DRUG) {
                long unit = byLine(regime) ? screen.line(row) : screen.pair(row);
                unitA[i] = index.computeIfAbsent(unit, u -> index.size());
                continue;
            }
            boolean first = split.holdsOut(screen.drugA(row));
            boolean second = split.holdsOut(screen.drugB(row));
            long unit = first ? screen.drugA(row) : screen.drugB(row);
            unitA[i] = index.computeIfAbsent(unit, u -> index.size());
            if (first && second) {
                unitB[i] = index.computeIfAbsent((long) screen.drugB(row), u -> index.size());
            }
        }
        return new HeldOut(unitA, unitB, index.size());
    }

    /** What the fold holds out, in words, sorted; the fold's published name where rows are drawn at random. */
    static List<String> names(Screen screen, Regime regime, Split split) {
        if (regime == Regime.RANDOM
                || regime == Regime.LEAVE_TISSUE
                || regime == Regime.LEAVE_LABORATORY
                || regime == Regime.LEAVE_DRUG) {
            return split.heldOut();
        }
        return Arrays.stream(split.testRows())
                .mapToObj(row -> regime == Regime.LEAVE_LINE
                        ? screen.lines().get(screen.line(row)).name()
                        : screen.drugs().get(screen.drugA(row)).key() + " + "
                                + screen.drugs().get(screen.drugB(row)).key())
                .distinct()
                .sorted()
                .toList();
    }

    HeldOut only(int[] kept) {
        return new HeldOut(
                IntStream.of(kept).map(i -> unitA[i]).toArray(),
                IntStream.of(kept).map(i -> unitB[i]).toArray(),
                units);
    }

    private static boolean byLine(Regime regime) {
        return regime == Regime.LEAVE_LINE || regime == Regime.LEAVE_TISSUE;
    }
}
