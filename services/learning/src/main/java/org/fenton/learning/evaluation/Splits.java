package org.fenton.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.fenton.learning.data.Screen;

/** Divides the rows of a screen: by its published folds as they are, or by units dealt with a seed. */
final class Splits {
    private static final boolean[] ANY_DRUG = {};

    private Splits() {}

    /** Each value of a published column is tested once, against all other rows. */
    static List<Split> published(Screen screen, String column) {
        Screen.FoldColumn folds = column(screen, column);
        return IntStream.range(0, folds.names().size())
                .mapToObj(fold -> new Split(
                        fold,
                        List.of(folds.names().get(fold)),
                        rows(screen, row -> folds.fold()[row] != fold),
                        rows(screen, row -> folds.fold()[row] == fold),
                        ANY_DRUG))
                .toList();
    }

    /**
     * Published flags, one column a fold: rows flagged 1 are tested, rows flagged 0 are learned from. Held-out drugs are those of no
     * training row.
     */
    static List<Split> publishedDrugs(Screen screen, String prefix) {
        List<Split> splits = new ArrayList<>();
        while (screen.folds().containsKey(prefix + splits.size())) {
            Screen.FoldColumn flags = column(screen, prefix + splits.size());
            int test = flags.names().indexOf("1");
            int[] training = rows(screen, row -> flags.fold()[row] != test);
            boolean[] heldOut = new boolean[screen.drugs().size()];
            Arrays.fill(heldOut, true);
            for (int row : training) {
                heldOut[screen.drugA(row)] = false;
                heldOut[screen.drugB(row)] = false;
            }
            splits.add(new Split(
                    splits.size(),
                    names(screen, heldOut),
                    training,
                    rows(screen, row -> flags.fold()[row] == test),
                    heldOut));
        }
        return splits;
    }

    /** Drugs dealt into folds; a row is tested wherever one of its drugs is held out, and learned from where none is. */
    static List<Split> drugs(Screen screen, int count, long seed) {
        long[] drugs = LongStream.range(0, screen.drugs().size()).toArray();
        int[] foldOfDrug = deal(drugs, count, seed);
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            boolean[] heldOut = new boolean[drugs.length];
            for (int drug = 0; drug < heldOut.length; drug++) {
                heldOut[drug] = foldOfDrug[drug] == fold;
            }
            IntPredicate unseen =
                    row -> heldOut[screen.drugA(row)] || (!screen.singleAgent(row) && heldOut[screen.drugB(row)]);
            splits.add(new Split(
                    fold, names(screen, heldOut), rows(screen, unseen.negate()), rows(screen, unseen), heldOut));
        }
        return splits;
    }

    /** One fold: the rows that another laboratory lends are tested, the screen's own learned from. */
    static List<Split> lent(Screen screen) {
        int[] test = rows(screen, screen::lent);
        return List.of(new Split(
                0,
                List.of(screen.lines().get(screen.line(test[0])).laboratory().orElseThrow()),
                rows(screen, row -> !screen.lent(row)),
                test,
                ANY_DRUG));
    }

    static List<Split> pairs(Screen screen, int count, long seed) {
        return dealt(screen, screen::pair, count, seed);
    }

    static List<Split> lines(Screen screen, int count, long seed) {
        return dealt(screen, screen::line, count, seed);
    }

    private static List<Split> dealt(Screen screen, IntToLongFunction unit, int count, long seed) {
        long[] units = IntStream.range(0, screen.size())
                .mapToLong(unit)
                .sorted()
                .distinct()
                .toArray();
        int[] foldOfUnit = deal(units, count, seed);
        int[] foldOfRow = IntStream.range(0, screen.size())
                .map(row -> foldOfUnit[Arrays.binarySearch(units, unit.applyAsLong(row))])
                .toArray();
        return IntStream.range(0, count)
                .mapToObj(fold -> {
                    int[] test = rows(screen, row -> foldOfRow[row] == fold);
                    return new Split(fold, List.of(), rows(screen, row -> foldOfRow[row] != fold), test, ANY_DRUG);
                })
                .toList();
    }

    /** Shuffles the units and deals them in turn: folds differ by at most one unit. */
    private static int[] deal(long[] units, int count, long seed) {
        if (units.length < count) {
            throw new IllegalArgumentException(
                    units.length + " drugs, pairs or lines cannot be dealt into " + count + " folds");
        }
        int[] order = IntStream.range(0, units.length).toArray();
        Shuffle.shuffle(order, new SplittableRandom(seed));
        int[] fold = new int[units.length];
        for (int i = 0; i < order.length; i++) {
            fold[order[i]] = i % count;
        }
        return fold;
    }

    private static Screen.FoldColumn column(Screen screen, String column) {
        Screen.FoldColumn folds = screen.folds().get(column);
        if (folds == null) {
            throw new IllegalArgumentException("the screen " + screen.name() + " has no published folds " + column);
        }
        return folds;
    }

    private static int[] rows(Screen screen, IntPredicate which) {
        return IntStream.range(0, screen.size()).filter(which).toArray();
    }

    private static List<String> names(Screen screen, boolean[] drugs) {
        return IntStream.range(0, drugs.length)
                .filter(drug -> drugs[drug])
                .mapToObj(drug -> screen.drugs().get(drug).key())
                .toList();
    }
}
