package org.fenton.core.synergy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The wells of one pair of drugs in one line: effects over two dose axes, with replicates.
 *
 * <p>Formula: a cell is one pair of doses and stands for the mean of its wells; viability v becomes inhibition 100 − v on
 * the way in. No baseline is subtracted: percentages are already relative to the untreated control.
 *
 * <p>Input: wells in any order with doses in micromolar, 0 = none, and responses in percent on one declared scale. Both
 * drugs alone must occur, and at least one well with both. Cells may be missing; the untreated control (0, 0) too.
 *
 * <p>Output: percent inhibition; axes ascending, index 0 of an axis is its lowest dose.
 *
 * <p>No wells, or none of a drug alone, or none with both: refused with what is missing. NaN cannot occur in a {@link
 * Well}. A constant matrix is allowed: every model scores it by its formula.
 *
 * <p>Errors: {@link IllegalArgumentException}.
 */
public final class DoseResponseMatrix {
    private final double[] dosesA;
    private final double[] dosesB;
    private final double[][][] effects;

    private DoseResponseMatrix(double[] dosesA, double[] dosesB, double[][][] effects) {
        this.dosesA = dosesA;
        this.dosesB = dosesB;
        this.effects = effects;
    }

    public static DoseResponseMatrix of(List<Well> wells, ResponseScale scale) {
        require(wells.stream().anyMatch(w -> w.doseA() > 0 && w.doseB() > 0), "no well with both drugs");
        require(wells.stream().anyMatch(w -> w.doseA() > 0 && w.doseB() == 0), "no well of the first drug alone");
        require(wells.stream().anyMatch(w -> w.doseB() > 0 && w.doseA() == 0), "no well of the second drug alone");
        double[] a = wells.stream().mapToDouble(Well::doseA).sorted().distinct().toArray();
        double[] b = wells.stream().mapToDouble(Well::doseB).sorted().distinct().toArray();
        List<Well> sorted = new ArrayList<>(wells);
        // Sums depend on the order of their terms in the last bit; the order of rows must not.
        sorted.sort(Comparator.comparingDouble(w -> scale.toInhibition(w.response())));
        double[][][] effects = new double[a.length][b.length][0];
        for (Well well : sorted) {
            int i = Arrays.binarySearch(a, well.doseA());
            int j = Arrays.binarySearch(b, well.doseB());
            double[] cell = Arrays.copyOf(effects[i][j], effects[i][j].length + 1);
            cell[cell.length - 1] = scale.toInhibition(well.response());
            effects[i][j] = cell;
        }
        return new DoseResponseMatrix(a, b, effects);
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "a dose-response matrix needs each drug alone and both together: " + problem);
        }
    }

    public double[] dosesA() {
        return dosesA.clone();
    }

    public double[] dosesB() {
        return dosesB.clone();
    }

    /** Number of wells at a pair of dose indices. */
    public int replicates(int a, int b) {
        return effects[a][b].length;
    }

    /** Mean percent inhibition; NaN where the cell is missing. */
    public double mean(int a, int b) {
        return effects[a][b].length == 0 ? Double.NaN : DoseSeries.mean(effects[a][b]);
    }

    /** The same wells with the drugs exchanged. */
    public DoseResponseMatrix swapped() {
        double[][][] turned = new double[dosesB.length][dosesA.length][];
        for (int a = 0; a < dosesA.length; a++) {
            for (int b = 0; b < dosesB.length; b++) {
                turned[b][a] = effects[a][b];
            }
        }
        return new DoseResponseMatrix(dosesB, dosesA, turned);
    }

    /** Whether some cell has two wells, so that the noise of a well is known. */
    public boolean replicated() {
        return Arrays.stream(effects).flatMap(Arrays::stream).anyMatch(cell -> cell.length > 1);
    }

    /** Effects of the first drug by its dose, the second held at index b. */
    Map<Double, List<Double>> alongA(int b) {
        Map<Double, List<Double>> series = new TreeMap<>();
        for (int a = 0; a < dosesA.length; a++) {
            series.put(dosesA[a], Arrays.stream(effects[a][b]).boxed().toList());
        }
        return series;
    }

    /** Deviations of wells from their cell's mean, scaled up for the mean they were taken from. */
    double[] residuals() {
        return Arrays.stream(effects)
                .flatMap(Arrays::stream)
                .filter(cell -> cell.length > 1)
                .flatMapToDouble(cell -> {
                    double mean = DoseSeries.mean(cell);
                    double scale = Math.sqrt(cell.length / (cell.length - 1.0));
                    return Arrays.stream(cell).map(effect -> (effect - mean) * scale);
                })
                .toArray();
    }

    /** The same design with every well at its cell's mean plus a residual drawn from the pool. */
    DoseResponseMatrix redrawn(double[] residuals, SplittableRandom random) {
        double[][][] drawn = new double[dosesA.length][dosesB.length][];
        for (int a = 0; a < dosesA.length; a++) {
            for (int b = 0; b < dosesB.length; b++) {
                double mean = mean(a, b);
                drawn[a][b] = new double[effects[a][b].length];
                for (int r = 0; r < drawn[a][b].length; r++) {
                    drawn[a][b][r] = mean + residuals[random.nextInt(residuals.length)];
                }
            }
        }
        return new DoseResponseMatrix(dosesA, dosesB, drawn);
    }
}
