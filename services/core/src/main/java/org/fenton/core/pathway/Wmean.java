package org.fenton.core.pathway;

/**
 * Weighted mean of a source's measured targets, without permutations.
 *
 * <p>Formula: score = Σ w·x / Σ |w| over the measured targets.
 *
 * <p>Input: an {@link ExpressionMatrix} of any scale and a network measured on its genes. Genes that are no target do
 * not count. Multiplying a profile by c multiplies the score by c; multiplying all weights of a source by c &gt; 0
 * changes nothing.
 *
 * <p>Output: a number between the smallest and largest ±x of the targets, in units of expression, positive when
 * positively weighted targets are above zero on the profile's scale. No p value: the reference's one is a permutation's.
 *
 * <p>Empty and NaN cannot occur in a matrix; a constant condition is refused. A source whose weights are all 0 scores 0.
 *
 * <p>Source: Badia-i-Mompel et al. 2022, doi:10.1093/bioadv/vbac016; equal to the {@code wmean} rows of decoupleR 2.x
 * {@code run_wmean} within 1e-9 on its fixtures.
 */
public record Wmean() implements ActivityMethod {
    @Override
    public String key() {
        return "wmean";
    }

    @Override
    public ActivityTable infer(ExpressionMatrix matrix, MeasuredNetwork network) {
        return WeightedTargets.table(this, matrix, network, source -> {
            double total = 0;
            for (double w : network.weight(source)) {
                total += Math.abs(w);
            }
            return total == 0 ? 1 : total;
        });
    }
}
