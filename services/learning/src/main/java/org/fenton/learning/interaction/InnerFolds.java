package org.fenton.learning.interaction;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.training.Regime;

/**
 * Divides training rows by the very rule that the test rows were set apart by, so that what is decided inside is decided under the conditions of
 * the test.
 */
final class InnerFolds {
    private final Screen screen;
    private final Regime regime;
    private final long[] units;
    private final int[] foldOfUnit;
    private final int count;

    private InnerFolds(Screen screen, Regime regime, long[] units, int[] foldOfUnit, int count) {
        this.screen = screen;
        this.regime = regime;
        this.units = units;
        this.foldOfUnit = foldOfUnit;
        this.count = count;
    }

    /** Deals the units of {@code rows}, shuffled by {@code seed}; fewer folds than wished where there are fewer units. */
    static InnerFolds deal(Screen screen, int[] rows, Regime regime, int wished, long seed) {
        LongStream units = regime == Regime.LEAVE_DRUG
                ? Arrays.stream(rows)
                        .mapToObj(r -> IntStream.of(screen.drugA(r), screen.drugB(r)))
                        .flatMapToInt(drugs -> drugs)
                        .filter(drug -> drug != Screen.NO_DRUG)
                        .asLongStream()
                : Arrays.stream(rows).mapToLong(r -> unit(screen, regime).applyAsLong(r));
        long[] distinct = units.sorted().distinct().toArray();
        int count = Math.min(wished, distinct.length);
        if (count < 2) {
            throw new IllegalArgumentException("training rows of one unit cannot be divided: " + regime);
        }
        int[] order = IntStream.range(0, distinct.length).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        int[] fold = new int[distinct.length];
        for (int i = 0; i < order.length; i++) {
            fold[order[i]] = i % count;
        }
        return new InnerFolds(screen, regime, distinct, fold, count);
    }

    private static IntToLongFunction unit(Screen screen, Regime regime) {
        return switch (regime) {
            case RANDOM, LEAVE_DRUG -> row -> row;
            case LEAVE_PAIR -> screen::pair;
            case LEAVE_LINE -> screen::line;
            case LEAVE_TISSUE -> row -> screen.tissue(row).hashCode();
        };
    }

    int count() {
        return count;
    }

    /** Whether the row may not be learned from in this fold. */
    boolean holdsOut(int fold, int row) {
        if (regime == Regime.LEAVE_DRUG) {
            return foldOf(screen.drugA(row)) == fold
                    || (!screen.singleAgent(row) && foldOf(screen.drugB(row)) == fold);
        }
        return foldOf(unit(screen, regime).applyAsLong(row)) == fold;
    }

    /** The one fold in which the row is answered: with a drug in each of two folds, one of the two by turns. */
    int answeredIn(int row) {
        if (regime == Regime.LEAVE_DRUG) {
            boolean second = !screen.singleAgent(row) && (row & 1) == 1;
            return foldOf(second ? screen.drugB(row) : screen.drugA(row));
        }
        return foldOf(unit(screen, regime).applyAsLong(row));
    }

    private int foldOf(long unit) {
        return foldOfUnit[Arrays.binarySearch(units, unit)];
    }
}
