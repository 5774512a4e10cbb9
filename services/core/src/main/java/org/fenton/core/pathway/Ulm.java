package org.fenton.core.pathway;

/**
 * Univariate linear model: how well one source's weights explain a profile, as the t value of the slope.
 *
 * <p>Formula: over all N genes of the matrix, with w = 0 for genes that are no target, r = cor(w, x) and
 * t = r · √((N − 2) / (1 − r²)), the t value of the slope of x = a + b·w; p is two-sided with N − 2 degrees of freedom.
 *
 * <p>Input: an {@link ExpressionMatrix} of any scale and a network measured on its genes. All genes count, so adding
 * genes that no source targets changes N, the mean and the variance, and with them t. Multiplying a profile by c &gt; 0
 * changes nothing; by c &lt; 0 only the sign.
 *
 * <p>Output: t, any real number, positive when positively weighted targets are high and negatively weighted ones low;
 * within about ±1e10 even at a perfect fit, where 1 − r² is kept above 1e-20.
 *
 * <p>Empty and NaN cannot occur in a matrix. A constant condition, or fewer than 3 genes, is refused. A source that
 * targets every gene with one and the same weight has no slope and scores 0 with p = 1.
 *
 * <p>Source: Badia-i-Mompel et al. 2022, doi:10.1093/bioadv/vbac016; equal to decoupleR 2.x {@code run_ulm} within 1e-9
 * on its fixtures.
 */
public record Ulm() implements ActivityMethod {
    @Override
    public String key() {
        return "ulm";
    }

    @Override
    public ActivityTable infer(ExpressionMatrix matrix, MeasuredNetwork network) {
        MatrixCheck.fits(matrix, network);
        int n = matrix.genes().size();
        if (n < 3) {
            throw new IllegalArgumentException("ulm needs at least 3 genes, here " + n);
        }
        double[] means = means(network, n);
        double[] deviations = deviations(network, means);
        int conditions = matrix.conditions().size();
        double[][] scores = new double[conditions][];
        double[][] pValues = new double[conditions][];
        for (int c = 0; c < conditions; c++) {
            scores[c] = scores(matrix.column(c), network, means, deviations);
            pValues[c] = new double[scores[c].length];
            for (int s = 0; s < pValues[c].length; s++) {
                pValues[c][s] = StudentT.twoSidedP(scores[c][s], n - 2);
            }
        }
        return new ActivityTable(
                key(), new ActivityTable.Axes(network.sources(), matrix.conditions()), scores, pValues);
    }

    /** Mean weight of each source over all n genes. */
    private static double[] means(MeasuredNetwork network, int n) {
        double[] means = new double[network.sources().size()];
        for (int s = 0; s < means.length; s++) {
            means[s] = sum(network.weight(s)) / n;
        }
        return means;
    }

    /** √Σ(w − w̄)² of each source over all genes; the zeros of the non-targets enter through their number alone. */
    private static double[] deviations(MeasuredNetwork network, double[] means) {
        double[] deviations = new double[means.length];
        for (int s = 0; s < deviations.length; s++) {
            double[] weight = network.weight(s);
            double squares = (network.genes().size() - weight.length) * means[s] * means[s];
            for (double w : weight) {
                squares += (w - means[s]) * (w - means[s]);
            }
            deviations[s] = Math.sqrt(squares);
        }
        return deviations;
    }

    private static double[] scores(double[] x, MeasuredNetwork network, double[] means, double[] deviations) {
        int n = x.length;
        double mean = sum(x) / n;
        double[] centred = new double[n];
        double squares = 0;
        double residue = 0;
        for (int g = 0; g < n; g++) {
            centred[g] = x[g] - mean;
            squares += centred[g] * centred[g];
            residue += centred[g];
        }
        double deviation = Math.sqrt(squares);
        double[] scores = new double[means.length];
        for (int s = 0; s < scores.length; s++) {
            double product = WeightedTargets.dot(network.geneIndex(s), network.weight(s), centred) - means[s] * residue;
            scores[s] = deviations[s] == 0 ? 0 : tValue(product / (deviations[s] * deviation), n - 2);
        }
        return scores;
    }

    private static double tValue(double r, int degreesOfFreedom) {
        double bounded = Math.max(-1, Math.min(1, r));
        return bounded * Math.sqrt(degreesOfFreedom / Math.max(1e-20, (1 - bounded) * (1 + bounded)));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
