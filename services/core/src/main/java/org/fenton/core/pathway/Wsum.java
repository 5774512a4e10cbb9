package org.fenton.core.pathway;

/**
 * Weighted sum of a source's measured targets, without permutations.
 *
 * <p>Formula: score = Σ w·x over the measured targets.
 *
 * <p>Input: an {@link ExpressionMatrix} of any scale and a network measured on its genes. Genes that are no target do
 * not count. Multiplying a profile by c multiplies the score by c.
 *
 * <p>Output: any real number in units of weight times expression, positive when positively weighted targets are above
 * zero on the profile's scale; it grows with the number of targets. No p value: the reference's one is a permutation's.
 *
 * <p>Empty and NaN cannot occur in a matrix; a constant condition is refused.
 *
 * <p>Source: Badia-i-Mompel et al. 2022, doi:10.1093/bioadv/vbac016; equal to the {@code wsum} rows of decoupleR 2.x
 * {@code run_wsum} within 1e-9 on its fixtures.
 */
public record Wsum() implements ActivityMethod {
    @Override
    public String key() {
        return "wsum";
    }

    @Override
    public ActivityTable infer(ExpressionMatrix matrix, MeasuredNetwork network) {
        return WeightedTargets.table(this, matrix, network, source -> 1);
    }
}
