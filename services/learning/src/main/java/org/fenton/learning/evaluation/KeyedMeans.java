package org.fenton.learning.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fenton.learning.data.Screen;
import org.fenton.learning.training.Fold;
import org.fenton.learning.training.RowLearner;
import org.fenton.learning.training.RowModel;

/**
 * Predictions that use no feature, only means over training rows. Any model is shown beside all of them.
 *
 * <p>A row's answer is the mean over those of its keys that training has seen of the key's rate, shrunk towards the training base rate as if ten rows of it
 * had been seen; the expected score likewise. A row none of whose keys was seen has no answer.
 */
enum KeyedMeans implements RowLearner {
    /** The training base rate, for every row. */
    BASE_RATE {
        @Override
        long[] keys(Screen screen, int row) {
            return new long[] {0};
        }
    },
    /** The mean of the rates of those drugs of the row that were seen. */
    DRUG_MEAN {
        @Override
        long[] keys(Screen screen, int row) {
            return screen.singleAgent(row)
                    ? new long[] {screen.drugA(row)}
                    : new long[] {screen.drugA(row), screen.drugB(row)};
        }
    },
    /** The pair's rate in other lines. */
    PAIR_MEAN {
        @Override
        long[] keys(Screen screen, int row) {
            return new long[] {screen.pair(row)};
        }
    },
    /** The line's rate over all training pairs. */
    LINE_MEAN {
        @Override
        long[] keys(Screen screen, int row) {
            return new long[] {screen.line(row)};
        }
    },
    /** The rate of the line's tissue. */
    TISSUE_MEAN {
        @Override
        long[] keys(Screen screen, int row) {
            return new long[] {screen.tissue(row).hashCode()};
        }
    },
    /** The mean of three memories: the pair in other lines, and either drug in this very line with other partners. */
    BASE_RATE_LOOKUP {
        @Override
        long[] keys(Screen screen, int row) {
            return screen.singleAgent(row)
                    ? new long[] {cell(screen, row, screen.drugA(row)), tissueCell(screen, row, screen.drugA(row))}
                    : new long[] {
                        screen.pair(row), cell(screen, row, screen.drugA(row)), cell(screen, row, screen.drugB(row))
                    };
        }
    };

    private static final double PRIOR_ROWS = 10;
    private static final long CELL = 1L << 62;
    private static final long TISSUE_CELL = 1L << 61;

    abstract long[] keys(Screen screen, int row);

    private static long cell(Screen screen, int row, int drug) {
        return CELL | (long) drug << 24 | screen.line(row);
    }

    private static long tissueCell(Screen screen, int row, int drug) {
        return TISSUE_CELL | (long) drug << 32 | (screen.tissue(row).hashCode() & 0xffffffffL);
    }

    static List<RowLearner> all() {
        return List.of(values());
    }

    @Override
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public String settings() {
        return label() + " prior=" + PRIOR_ROWS;
    }

    @Override
    public RowModel fit(Fold fold, long seed, Consumer<String> progress) {
        Screen screen = fold.screen();
        Map<Long, double[]> sums = new HashMap<>();
        double positives = 0;
        double scores = 0;
        for (int row : fold.trainingRows()) {
            double label = screen.positive(row) ? 1 : 0;
            positives += label;
            scores += screen.score(row);
            for (long key : keys(screen, row)) {
                double[] sum = sums.computeIfAbsent(key, k -> new double[3]);
                sum[0] += label;
                sum[1] += screen.score(row);
                sum[2]++;
            }
        }
        double rate = positives / fold.trainingRows().length;
        double meanScore = scores / fold.trainingRows().length;
        RowModel means = new RowModel() {
            @Override
            public double[] probabilities(int[] rows) {
                return Arrays.stream(rows)
                        .mapToDouble(row -> answer(row, 0, rate))
                        .toArray();
            }

            @Override
            public double[] expectedScores(int[] rows) {
                return Arrays.stream(rows)
                        .mapToDouble(row -> answer(row, 1, meanScore))
                        .toArray();
            }

            private double answer(int row, int column, double prior) {
                return Arrays.stream(keys(screen, row))
                        .mapToObj(sums::get)
                        .filter(java.util.Objects::nonNull)
                        .mapToDouble(sum -> (sum[column] + PRIOR_ROWS * prior) / (sum[2] + PRIOR_ROWS))
                        .average()
                        .orElse(Double.NaN);
            }
        };
        return means;
    }
}
