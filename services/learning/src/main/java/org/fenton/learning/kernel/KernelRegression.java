package org.fenton.learning.kernel;

import java.util.Arrays;

/**
 * Kernel ridge regression (the mean of a Gaussian process) on a sparsely filled table drug x drug x line.
 *
 * <p>Formula: the value of (a, b, l) is mean + sd * sum over measured cells c of k(a, a_c) k(b, b_c) k(l, l_c) w_c, with
 * w the solution of (K + noise I) w = (y - mean) / sd over the measured cells. A pair is entered in both orders, so the answer does not depend on
 * its order. K is never formed: it is a product of three small matrices, applied axis by axis, and the system is solved by
 * conjugate gradients, at most {@value #STEPS} steps or a residual of {@value #TOLERANCE}; stopping early is part of the regularisation.
 *
 * <p>Inputs: values in any unit; likeness matrices symmetric, 1 on the diagonal. Output: values in the same unit. No measured cell gives an
 * error; constant values give that constant. NaN values are refused. Sums are taken in a fixed order, so equal inputs give equal bits.
 *
 * <p>Source: Rasmussen and Williams 2006, "Gaussian Processes for Machine Learning", ch. 2; Kronecker products with missing cells: Wilson 2014,
 * arXiv:1310.5288.
 */
public final class KernelRegression {
    static final int STEPS = 40;
    static final double TOLERANCE = 1e-3;

    private final Table table;
    private final double[][] first;
    private final double[][] second;
    private final double[][] lines;

    /** @param second equal to {@code first} for pairs, the 1 x 1 matrix of 1 for single agents */
    public KernelRegression(Table table, double[][] first, double[][] second, double[][] lines) {
        this.table = table;
        this.first = first;
        this.second = second;
        this.lines = lines;
    }

    /** The likeness "matrix" of a missing second drug. */
    public static double[][] single() {
        return new double[][] {{1}};
    }

    /** Weights of the measured cells, zero in every other cell of the table. */
    public double[] solve(double noise) {
        double[] residual = table.standardised();
        double[] weights = new double[residual.length];
        double[] direction = residual.clone();
        double squared = dot(residual, residual);
        double enough = TOLERANCE * TOLERANCE * squared;
        for (int step = 0; step < STEPS && squared > enough; step++) {
            double[] image = apply(direction);
            addTo(image, noise, direction);
            double length = squared / dot(direction, image);
            addTo(weights, length, direction);
            addTo(residual, -length, image);
            double next = dot(residual, residual);
            double turn = next / squared;
            for (int i = 0; i < direction.length; i++) {
                direction[i] = residual[i] + turn * direction[i];
            }
            squared = next;
        }
        return weights;
    }

    /** K x over the measured cells. Drugs first: a pair's cells lie in one stretch of lines, that of the laboratory that measured it. */
    private double[] apply(double[] x) {
        int nl = lines.length;
        double[] overSecond = overSecond(x);
        double[] image = new double[x.length];
        double[] pairOverDrugs = new double[nl];
        for (int pair : table.measuredPairs()) {
            int a = pair / second.length;
            int b = pair % second.length;
            int start = table.firstLine(pair);
            int length = table.endLine(pair) - start;
            if (first == second && a > b) {
                // What both orders of a pair hold is equal, and the other one was computed before.
                System.arraycopy(image, (b * second.length + a) * nl + start, image, pair * nl + start, length);
            } else {
                Arrays.fill(pairOverDrugs, 0);
                WeightedSum sum = new WeightedSum(pairOverDrugs, 0, nl);
                for (int from = 0; from < first.length; from++) {
                    sum.add(first[a][from], overSecond, (from * second.length + b) * nl);
                }
                sum.finish();
                sum = new WeightedSum(image, pair * nl + start, length);
                for (int from = 0; from < nl; from++) {
                    sum.add(pairOverDrugs[from], lines[from], start);
                }
                sum.finish();
            }
        }
        table.keepMeasured(image);
        return image;
    }

    private double[] overSecond(double[] x) {
        int nl = lines.length;
        double[] sums = new double[x.length];
        int[] pairs = table.measuredPairs();
        for (int from = 0, end; from < pairs.length; from = end) {
            int a = pairs[from] / second.length;
            end = from;
            while (end < pairs.length && pairs[end] / second.length == a) {
                end++;
            }
            for (int to = 0; to < second.length; to++) {
                WeightedSum sum = new WeightedSum(sums, (a * second.length + to) * nl, nl);
                for (int p = from; p < end; p++) {
                    sum.add(second[to][pairs[p] % second.length], x, pairs[p] * nl);
                }
                sum.finish();
            }
        }
        return sums;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addTo(double[] sum, double factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            sum[i] += factor * x[i];
        }
    }
}
