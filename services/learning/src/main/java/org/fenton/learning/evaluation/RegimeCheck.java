package org.fenton.learning.evaluation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.fenton.learning.data.Screen;
import org.fenton.learning.training.Regime;

/** Proves, before anything is learned, that a split keeps what its regime promises. Published folds are no exception. */
final class RegimeCheck {
    private RegimeCheck() {}

    /** @throws IllegalArgumentException naming the first row, drug, pair, line or tissue that stands on both sides, or an empty side */
    static void verify(Screen screen, Regime regime, Split split) {
        if (split.trainingRows().length == 0 || split.testRows().length == 0) {
            throw new IllegalArgumentException("fold " + split.index() + " of " + screen.name() + " has "
                    + split.trainingRows().length + " training and " + split.testRows().length + " test rows");
        }
        Set<Object> seen = new HashSet<>();
        Arrays.stream(split.trainingRows()).forEach(row -> seen.add(unit(screen, regime, row)));
        Set<Integer> trainingRows = new HashSet<>();
        Arrays.stream(split.trainingRows()).forEach(trainingRows::add);
        if (regime == Regime.LEAVE_DRUG) {
            verifyDrugs(screen, split);
        }
        for (int row : split.testRows()) {
            if (trainingRows.contains(row)
                    || (regime != Regime.LEAVE_DRUG && seen.contains(unit(screen, regime, row)))) {
                throw broken(screen, split, describe(screen, regime, row) + " stands on both sides");
            }
        }
    }

    private static void verifyDrugs(Screen screen, Split split) {
        for (int row : split.trainingRows()) {
            if (split.holdsOut(screen.drugA(row)) || split.holdsOut(screen.drugB(row))) {
                throw broken(
                        screen, split, "a held-out drug is in training: " + describe(screen, Regime.LEAVE_PAIR, row));
            }
        }
        for (int row : split.testRows()) {
            if (!split.holdsOut(screen.drugA(row)) && !split.holdsOut(screen.drugB(row))) {
                throw broken(
                        screen,
                        split,
                        "both drugs of a test row are in training: " + describe(screen, Regime.LEAVE_PAIR, row));
            }
        }
    }

    private static Object unit(Screen screen, Regime regime, int row) {
        return switch (regime) {
            case RANDOM, LEAVE_DRUG -> row;
            case LEAVE_PAIR -> screen.pair(row);
            case LEAVE_LINE -> screen.line(row);
            case LEAVE_TISSUE -> screen.tissue(row);
            case LEAVE_LABORATORY -> screen.lent(row);
        };
    }

    private static String describe(Screen screen, Regime regime, int row) {
        return switch (regime) {
            case LEAVE_LINE ->
                "the line " + screen.lines().get(screen.line(row)).name();
            case LEAVE_TISSUE -> "the tissue " + screen.tissue(row);
            case LEAVE_LABORATORY -> "a laboratory";
            case RANDOM, LEAVE_PAIR, LEAVE_DRUG ->
                screen.drugs().get(screen.drugA(row)).name()
                        + (screen.singleAgent(row)
                                ? ""
                                : " + " + screen.drugs().get(screen.drugB(row)).name());
        };
    }

    private static IllegalArgumentException broken(Screen screen, Split split, String what) {
        return new IllegalArgumentException("fold " + split.index() + " of " + screen.name() + ": " + what);
    }
}
