package org.fenton.learning.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.training.Regime;

/**
 * Divides training rows by the very rule that later rows will differ from them by, so that what is decided inside is decided under the conditions outside.
 *
 * <p>Each row is answered in one fold, by evidence of the rows that the fold does not hold out.
 */
interface Division {
    int folds();

    /** Whether the row may not be learned from in this fold. */
    boolean holdsOut(int fold, int row);

    /** The one fold in which the row is answered. */
    int answeredIn(int row);

    /** By the one rule of a protocol. */
    static Division of(Screen screen, int[] rows, Regime regime, int wished, long seed) {
        return switch (regime) {
            case LEAVE_DRUG -> new ByDrug(screen, rows, wished, seed);
            case LEAVE_LABORATORY -> ofAll(screen, rows, wished, seed);
            case RANDOM, LEAVE_PAIR, LEAVE_LINE, LEAVE_TISSUE -> new ByUnit(screen, rows, regime, wished, seed);
        };
    }

    /**
     * For a head that will meet everything: of ten rows five are answered without a drug of theirs, two without a drug and their line, three without their pair. Folds of the
     * three kinds take turns, so that the first ones hold each kind.
     */
    static Division ofAll(Screen screen, int[] rows, int wished, long seed) {
        Division drugs = of(screen, rows, Regime.LEAVE_DRUG, wished, seed);
        Division lines = of(screen, rows, Regime.LEAVE_LINE, wished, seed);
        Division pairs = of(screen, rows, Regime.LEAVE_PAIR, wished, seed);
        int each = Math.min(drugs.folds(), Math.min(lines.folds(), pairs.folds()));
        return new Division() {
            @Override
            public int folds() {
                return 3 * each;
            }

            @Override
            public boolean holdsOut(int fold, int row) {
                int part = fold / 3;
                return switch (fold % 3) {
                    case 0 -> drugs.holdsOut(part, row);
                    case 1 -> drugs.holdsOut(part, row) || lines.holdsOut(part, row);
                    default -> pairs.holdsOut(part, row);
                };
            }

            @Override
            public int answeredIn(int row) {
                int kind = row % 10;
                int drugFold = drugs.answeredIn(row) % each;
                if (kind < 5) {
                    return 3 * drugFold;
                }
                if (kind < 7) {
                    // A row whose line is held out together with its drug is rare: its line's fold decides, and its
                    // drugs are known.
                    return 3 * (lines.answeredIn(row) % each) + 1;
                }
                return 3 * (pairs.answeredIn(row) % each) + 2;
            }
        };
    }

    /** Whole pairs, lines or tissues, or rows, dealt into folds. */
    record ByUnit(Screen screen, Regime regime, List<Object> units, int[] foldOfUnit, int folds) implements Division {
        ByUnit(Screen screen, int[] rows, Regime regime, int wished, long seed) {
            this(screen, regime, units(screen, regime, rows), wished, seed);
        }

        private ByUnit(Screen screen, Regime regime, List<Object> units, int wished, long seed) {
            this(screen, regime, units, deal(units.size(), wished, seed), Math.min(wished, units.size()));
        }

        private static List<Object> units(Screen screen, Regime regime, int[] rows) {
            return new ArrayList<>(Arrays.stream(rows)
                    .mapToObj(r -> unit(screen, regime, r))
                    .sorted()
                    .distinct()
                    .toList());
        }

        private static Object unit(Screen screen, Regime regime, int row) {
            return switch (regime) {
                case RANDOM, LEAVE_DRUG, LEAVE_LABORATORY -> row;
                case LEAVE_PAIR -> screen.pair(row);
                case LEAVE_LINE -> sameLine(screen, screen.line(row));
                case LEAVE_TISSUE -> screen.tissue(row);
            };
        }

        /** The first line that is this one: another laboratory may have grown it too. */
        private static int sameLine(Screen screen, int line) {
            Screen.Line own = screen.lines().get(line);
            return own.laboratory().isEmpty()
                    ? line
                    : IntStream.range(0, line)
                            .filter(l -> own.depMapId().isPresent()
                                    && own.depMapId()
                                            .equals(screen.lines().get(l).depMapId()))
                            .findFirst()
                            .orElse(line);
        }

        @Override
        public boolean holdsOut(int fold, int row) {
            return answeredIn(row) == fold;
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public int answeredIn(int row) {
            return foldOfUnit[java.util.Collections.binarySearch((List) units, (Comparable) unit(screen, regime, row))];
        }
    }

    /** Whole drugs dealt into folds: a row is held out wherever one of its drugs is. */
    record ByDrug(Screen screen, int[] foldOfDrug, int folds) implements Division {
        ByDrug(Screen screen, int[] rows, int wished, long seed) {
            this(screen, drugs(screen, rows), wished, seed, 0);
        }

        private ByDrug(Screen screen, int[] drugs, int wished, long seed, int unused) {
            this(screen, spread(screen, drugs, deal(drugs.length, wished, seed)), Math.min(wished, drugs.length));
        }

        private static int[] drugs(Screen screen, int[] rows) {
            return Arrays.stream(rows)
                    .flatMap(r -> IntStream.of(screen.drugA(r), screen.drugB(r)))
                    .filter(drug -> drug != Screen.NO_DRUG)
                    .sorted()
                    .distinct()
                    .toArray();
        }

        private static int[] spread(Screen screen, int[] drugs, int[] folds) {
            int[] foldOfDrug = new int[screen.drugs().size()];
            Arrays.fill(foldOfDrug, -1);
            for (int i = 0; i < drugs.length; i++) {
                foldOfDrug[drugs[i]] = folds[i];
            }
            return foldOfDrug;
        }

        @Override
        public boolean holdsOut(int fold, int row) {
            return foldOfDrug[screen.drugA(row)] == fold
                    || (!screen.singleAgent(row) && foldOfDrug[screen.drugB(row)] == fold);
        }

        @Override
        public int answeredIn(int row) {
            boolean second = !screen.singleAgent(row) && (row & 1) == 1;
            return foldOfDrug[second ? screen.drugB(row) : screen.drugA(row)];
        }
    }

    /** Shuffles units and deals them in turn. */
    private static int[] deal(int units, int wished, long seed) {
        if (Math.min(wished, units) < 2) {
            throw new IllegalArgumentException("rows of " + units + " unit(s) cannot be divided");
        }
        int[] order = IntStream.range(0, units).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = units - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        int[] fold = new int[units];
        for (int i = 0; i < units; i++) {
            fold[order[i]] = i % Math.min(wished, units);
        }
        return fold;
    }
}
