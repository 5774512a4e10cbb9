package org.fenton.core.pathway;

/**
 * Multivariate linear model: all sources explain a profile together, and each is scored by the t value of its slope.
 *
 * <p>Formula: x = b₀ + Σ bₛ·wₛ + e by least squares over all N genes of the matrix, w = 0 for genes that are no target;
 * score = bₛ / se(bₛ); p is two-sided with N − S − 1 degrees of freedom, S sources.
 *
 * <p>Input: an {@link ExpressionMatrix} of any scale and a network measured on its genes. All genes count, also those no
 * source targets. Multiplying a profile by c &gt; 0 changes nothing; by c &lt; 0 only the sign.
 *
 * <p>Output: t, any real number, positive when the source's targets are shifted its way beyond what the other sources
 * explain. At a perfect fit the residual variance is kept above 1e-20 of the profile's, so t stays finite.
 *
 * <p>Empty and NaN cannot occur in a matrix; a constant condition is refused.
 *
 * <p>Errors: no more genes than sources + 1, or sources whose weights are linear combinations of others', which have no
 * separate slope (the reference stops there too); the message names them.
 *
 * <p>Source: Badia-i-Mompel et al. 2022, doi:10.1093/bioadv/vbac016; equal to decoupleR 2.x {@code run_mlm} within 1e-9
 * on its fixtures.
 */
public record Mlm() implements ActivityMethod {
    @Override
    public String key() {
        return "mlm";
    }

    @Override
    public ActivityTable infer(ExpressionMatrix matrix, MeasuredNetwork network) {
        MatrixCheck.fits(matrix, network);
        int sources = network.sources().size();
        int degreesOfFreedom = matrix.genes().size() - sources - 1;
        if (degreesOfFreedom < 1) {
            throw new IllegalArgumentException("mlm of " + sources + " sources needs at least " + (sources + 2)
                    + " genes, here " + matrix.genes().size() + "; use ulm, or a larger minsize");
        }
        LeastSquares fit = new LeastSquares(network);
        double[][] scores = new double[matrix.conditions().size()][];
        double[][] pValues = new double[scores.length][sources];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = fit.tValues(matrix.column(c), degreesOfFreedom);
            for (int s = 0; s < sources; s++) {
                pValues[c][s] = StudentT.twoSidedP(scores[c][s], degreesOfFreedom);
            }
        }
        return new ActivityTable(
                key(), new ActivityTable.Axes(network.sources(), matrix.conditions()), scores, pValues);
    }
}
