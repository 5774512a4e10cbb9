package org.fenton.core.pathway;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What one row of a table says about one gene.
 *
 * @param probe the row's name
 * @param shared whether the row names other genes too
 * @param values one a condition
 * @param pValues one a condition, NaN where the table has none
 */
record Measurement(String probe, boolean shared, double[] values, double[] pValues) {
    /**
     * One value a gene and condition from its rows. Rows that name several genes count only where no row is the gene's
     * own. With p values: the row of smallest p, then of largest absolute value, then of first name. Without: the mean,
     * summed in ascending order so that the order of rows does not matter.
     */
    static double[] collapse(List<Measurement> rows) {
        List<Measurement> own = rows.stream().filter(row -> !row.shared()).toList();
        List<Measurement> used = own.isEmpty() ? rows : own;
        double[] values = new double[used.get(0).values().length];
        for (int c = 0; c < values.length; c++) {
            values[c] = used.size() == 1 ? used.get(0).values()[c] : collapse(used, c);
        }
        return values;
    }

    private static double collapse(List<Measurement> rows, int condition) {
        if (rows.stream().allMatch(row -> Double.isNaN(row.pValues()[condition]))) {
            double[] sorted = rows.stream()
                    .mapToDouble(row -> row.values()[condition])
                    .sorted()
                    .toArray();
            double sum = 0;
            for (double value : sorted) {
                sum += value;
            }
            return sum / sorted.length;
        }
        return Arrays.stream(rows.toArray(Measurement[]::new))
                .min(Comparator.comparingDouble((Measurement row) -> row.pValues()[condition])
                        .thenComparing(row -> -Math.abs(row.values()[condition]))
                        .thenComparing(Measurement::probe))
                .orElseThrow()
                .values()[condition];
    }
}
