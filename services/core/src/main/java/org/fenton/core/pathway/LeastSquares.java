package org.fenton.core.pathway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Least squares of profiles on an intercept and a network's weights, by one Householder QR decomposition.
 *
 * <p>Genes that no source targets have equal rows in the design, so they are folded into one row of weight √n; what they
 * vary among themselves goes straight to the residual. For PROGENy this leaves a tenth of the genes.
 */
final class LeastSquares {
    /** R's tolerance for a column to count as a combination of earlier ones (LINPACK dqrdc2 in lm.fit). */
    private static final double COLLINEAR = 1e-7;

    private static final double SMALLEST_RESIDUAL_SHARE = 1e-20;

    private final MeasuredNetwork network;
    private final int[] rowOfGene;
    private final int rows;
    private final double folded;
    private final double[][] column;
    private final double[] diagonal;
    private final double[] slopeVariance;

    LeastSquares(MeasuredNetwork network) {
        this.network = network;
        this.rowOfGene = targetRows(network);
        int targets = Arrays.stream(rowOfGene).max().orElse(0);
        this.rows = targets + 1;
        this.folded = rowOfGene.length - targets;
        this.column = design();
        this.diagonal = new double[column.length];
        decompose();
        this.slopeVariance = slopeVariances();
    }

    /** Row 0 for every gene without a source, rows 1… for the targets in gene order. */
    private static int[] targetRows(MeasuredNetwork network) {
        int[] row = new int[network.genes().size()];
        for (int s = 0; s < network.sources().size(); s++) {
            for (int gene : network.geneIndex(s)) {
                row[gene] = 1;
            }
        }
        int next = 1;
        for (int gene = 0; gene < row.length; gene++) {
            row[gene] = row[gene] == 0 ? 0 : next++;
        }
        return row;
    }

    private double[][] design() {
        double[][] design = new double[network.sources().size() + 1][rows];
        Arrays.fill(design[0], 1);
        design[0][0] = Math.sqrt(folded);
        for (int s = 1; s < design.length; s++) {
            int[] genes = network.geneIndex(s - 1);
            double[] weight = network.weight(s - 1);
            for (int i = 0; i < genes.length; i++) {
                design[s][rowOfGene[genes[i]]] = weight[i];
            }
        }
        return design;
    }

    /** Turns the design into Householder vectors below and R above its diagonal; R's diagonal is kept apart. */
    private void decompose() {
        List<String> dependent = new ArrayList<>();
        for (int k = 0; k < column.length; k++) {
            double whole = norm(column[k], 0);
            double rest = k < rows ? norm(column[k], k) : 0;
            if (rest <= COLLINEAR * whole) {
                dependent.add(network.sources().get(k - 1));
                if (k >= rows) {
                    break;
                }
                continue;
            }
            reflect(k, rest);
        }
        if (!dependent.isEmpty()) {
            throw new IllegalArgumentException("mlm cannot tell these sources of network "
                    + network.network().name() + " from combinations of the others: "
                    + String.join(", ", dependent.subList(0, Math.min(5, dependent.size())))
                    + (dependent.size() > 5 ? " and " + (dependent.size() - 5) + " more" : "")
                    + "; leave them out, or use ulm");
        }
    }

    private void reflect(int k, double rest) {
        double[] v = column[k];
        double head = v[k] > 0 ? rest : -rest;
        diagonal[k] = -head;
        for (int i = k; i < rows; i++) {
            v[i] /= head;
        }
        v[k] += 1;
        for (int j = k + 1; j < column.length; j++) {
            apply(k, column[j]);
        }
    }

    /** Applies reflection k, I − v·vᵀ/v₀, to the rows from k on. */
    private void apply(int k, double[] target) {
        double[] v = column[k];
        double product = 0;
        for (int i = k; i < rows; i++) {
            product += v[i] * target[i];
        }
        double factor = product / v[k];
        for (int i = k; i < rows; i++) {
            target[i] -= factor * v[i];
        }
    }

    /** Diagonal of (XᵀX)⁻¹ = R⁻¹R⁻ᵀ: the squared lengths of the rows of R⁻¹, one column of it at a time. */
    private double[] slopeVariances() {
        int p = column.length;
        double[] variances = new double[p];
        double[] inverse = new double[p];
        for (int j = 0; j < p; j++) {
            inverse[j] = 1 / diagonal[j];
            variances[j] += inverse[j] * inverse[j];
            Arrays.fill(inverse, 0, j, 0);
            for (int k = j; k > 0; k--) {
                for (int i = 0; i < k; i++) {
                    inverse[i] -= column[k][i] * inverse[k];
                }
                inverse[k - 1] /= diagonal[k - 1];
                variances[k - 1] += inverse[k - 1] * inverse[k - 1];
            }
        }
        return variances;
    }

    /** t values of the sources' slopes for one profile. */
    double[] tValues(double[] x, int degreesOfFreedom) {
        double mean = Arrays.stream(x).sum() / x.length;
        double[] y = new double[rows];
        double total = 0;
        double outside = 0;
        for (int gene = 0; gene < x.length; gene++) {
            double centred = x[gene] - mean;
            total += centred * centred;
            y[rowOfGene[gene]] += centred;
        }
        double outsideMean = folded == 0 ? 0 : y[0] / folded;
        for (int gene = 0; gene < x.length; gene++) {
            if (rowOfGene[gene] == 0) {
                double off = x[gene] - mean - outsideMean;
                outside += off * off;
            }
        }
        y[0] = outsideMean * Math.sqrt(folded);
        for (int k = 0; k < column.length; k++) {
            apply(k, y);
        }
        double residual = outside;
        for (int i = column.length; i < rows; i++) {
            residual += y[i] * y[i];
        }
        double variance = Math.max(residual, SMALLEST_RESIDUAL_SHARE * total) / degreesOfFreedom;
        return standardised(y, variance);
    }

    private double[] standardised(double[] y, double variance) {
        int p = column.length;
        double[] slope = Arrays.copyOf(y, p);
        for (int k = p - 1; k >= 0; k--) {
            slope[k] /= diagonal[k];
            for (int i = 0; i < k; i++) {
                slope[i] -= column[k][i] * slope[k];
            }
        }
        double[] t = new double[p - 1];
        for (int s = 0; s < t.length; s++) {
            t[s] = slope[s + 1] / Math.sqrt(variance * slopeVariance[s + 1]);
        }
        return t;
    }

    private double norm(double[] values, int from) {
        double squares = 0;
        for (int i = from; i < rows; i++) {
            squares += values[i] * values[i];
        }
        return Math.sqrt(squares);
    }
}
