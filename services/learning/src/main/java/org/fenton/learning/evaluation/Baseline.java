package org.fenton.learning.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.data.TrainingData.Row;

/**
 * Predictions that use no feature, only means over training rows. Any model is shown beside all of them.
 *
 * <p>A mean over n rows is shrunk towards the training base rate as if {@value #PRIOR_ROWS} rows of it had been seen.
 */
public enum Baseline {
    /** The share of synergy in training, for every row. */
    BASE_RATE {
        @Override
        Function<Row, OptionalDouble> fit(Rates rates) {
            return row -> OptionalDouble.of(rates.base());
        }
    },
    /** The mean of the rates of those drugs of the pair that were seen. */
    DRUG_MEAN {
        @Override
        Function<Row, OptionalDouble> fit(Rates rates) {
            Map<Object, double[]> byDrug = rates.by(row -> List.of(row.drugA(), row.drugB()));
            return row -> OptionalDouble.of(rates.meanOfSeen(byDrug, row.drugA(), row.drugB()));
        }
    },
    /** The pair's rate in other lines; undefined for a pair that training does not have. */
    PAIR_MEAN {
        @Override
        Function<Row, OptionalDouble> fit(Rates rates) {
            Map<Object, double[]> byPair = rates.by(row -> List.of(row.pair()));
            return row -> byPair.containsKey(row.pair())
                    ? OptionalDouble.of(rates.shrunk(byPair.get(row.pair())))
                    : OptionalDouble.empty();
        }
    },
    /** The rate of the line's tissue. */
    TISSUE_MEAN {
        @Override
        Function<Row, OptionalDouble> fit(Rates rates) {
            Map<Object, double[]> byTissue = rates.by(row -> List.of(rates.tissue(row)));
            return row -> OptionalDouble.of(rates.meanOfSeen(byTissue, rates.tissue(row)));
        }
    },
    /** The line's rate over all training pairs. */
    LINE_MEAN {
        @Override
        Function<Row, OptionalDouble> fit(Rates rates) {
            Map<Object, double[]> byLine = rates.by(row -> List.of(row.line()));
            return row -> OptionalDouble.of(rates.meanOfSeen(byLine, row.line()));
        }
    },
    /** The rate of each seen partner in lines of this tissue: what the same memory can know of a new tumour. */
    PARTNER_TISSUE_LOOKUP {
        @Override
        Function<Row, OptionalDouble> fit(Rates rates) {
            Map<Object, double[]> cells = rates.by(
                    row -> List.of(List.of(row.drugA(), rates.tissue(row)), List.of(row.drugB(), rates.tissue(row))));
            return row -> OptionalDouble.of(rates.meanOfSeen(
                    cells, List.of(row.drugA(), rates.tissue(row)), List.of(row.drugB(), rates.tissue(row))));
        }
    },
    /** The rate of each seen partner in this very line: what memory of the screen can know of a new drug. */
    BASE_RATE_LOOKUP {
        @Override
        Function<Row, OptionalDouble> fit(Rates rates) {
            Map<Object, double[]> cells =
                    rates.by(row -> List.of(List.of(row.drugA(), row.line()), List.of(row.drugB(), row.line())));
            return row -> OptionalDouble.of(
                    rates.meanOfSeen(cells, List.of(row.drugA(), row.line()), List.of(row.drugB(), row.line())));
        }
    };

    private static final double PRIOR_ROWS = 10;

    /** Name in reports, {@code base-rate-lookup}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    abstract Function<Row, OptionalDouble> fit(Rates rates);

    /** Learns from the training rows only; a prediction is empty where the baseline is undefined. */
    public Function<Row, OptionalDouble> fit(TrainingData data, List<Integer> trainingRows) {
        return fit(new Rates(data, trainingRows.stream().map(data.rows()::get).toList()));
    }

    /** Shares of synergy in the training rows by whatever key. */
    static final class Rates {
        private final TrainingData data;
        private final List<Row> rows;
        private final double base;

        Rates(TrainingData data, List<Row> rows) {
            this.data = data;
            this.rows = rows;
            this.base = rows.stream()
                    .mapToDouble(r -> r.synergistic() ? 1 : 0)
                    .average()
                    .orElseThrow();
        }

        double base() {
            return base;
        }

        Object tissue(Row row) {
            return data.lines().get(row.line()).state().tissue().orElse("unknown");
        }

        Map<Object, double[]> by(Function<Row, List<?>> keys) {
            Map<Object, double[]> sums = new HashMap<>();
            for (Row row : rows) {
                for (Object key : keys.apply(row)) {
                    double[] sum = sums.computeIfAbsent(key, k -> new double[2]);
                    sum[0] += row.synergistic() ? 1 : 0;
                    sum[1]++;
                }
            }
            return sums;
        }

        double shrunk(double[] sum) {
            return (sum[0] + PRIOR_ROWS * base) / (sum[1] + PRIOR_ROWS);
        }

        double meanOfSeen(Map<Object, double[]> sums, Object... keys) {
            return Arrays.stream(keys)
                    .filter(sums::containsKey)
                    .map(sums::get)
                    .mapToDouble(this::shrunk)
                    .average()
                    .orElseGet(this::base);
        }
    }
}
