package org.fenton.core.pathway;

import java.util.Arrays;

/**
 * Virtual inference of protein activity by enriched regulon analysis: a normalised enrichment of a source's targets in
 * the ranking of a profile.
 *
 * <p>Formula (aREA): with the ranks of N genes (ties averaged), u = rank/(N+1), v = |2u − 1| shifted by (1 − max v)/2,
 * mode m = w / max|w| of the source and likelihood l = 1: two-tail s₂ = Σ m·l·Φ⁻¹(u), one-tail s₁ = Σ (1 − |m|)·l·Φ⁻¹(v),
 * score = sign(s₂)·(|s₂| + max(s₁, 0)) / Σl · √Σ(l / max l)². With {@link Pleiotropy#CORRECTED}, targets shared by two
 * significant sources lose likelihood in the source they support less, see {@link ShadowCorrection}.
 *
 * <p>Input: an {@link ExpressionMatrix} of any scale and a network measured on its genes. Only ranks within a condition
 * count: any increasing change of scale leaves the score as it is.
 *
 * <p>Output: a normalised enrichment score, near standard normal when targets rank at random, positive when positively
 * weighted targets rank high; p is two-sided of the normal distribution.
 *
 * <p>Empty and NaN cannot occur in a matrix; a constant condition is refused. A source whose weights are all 0 counts as
 * undirected (m = 0).
 *
 * <p>Source: Alvarez et al. 2016, doi:10.1038/ng.3593; equal to decoupleR 2.x {@code run_viper} (Bioconductor viper,
 * method none, gene filter off) within 1e-9 on its fixtures. There is no fixture with overlaps of ten targets, so the
 * correction is checked against a plain second writing of its definition.
 */
public record Viper(Pleiotropy pleiotropy) implements ActivityMethod {
    /** Whether targets shared between significant sources are discounted; the reference's default is to correct. */
    public enum Pleiotropy {
        CORRECTED,
        UNCORRECTED
    }

    @Override
    public String key() {
        return "viper";
    }

    @Override
    public ActivityTable infer(ExpressionMatrix matrix, MeasuredNetwork network) {
        MatrixCheck.fits(matrix, network);
        int sources = network.sources().size();
        double[][] mode = new double[sources][];
        for (int s = 0; s < sources; s++) {
            mode[s] = mode(network.weight(s));
        }
        double[][] scores = new double[matrix.conditions().size()][];
        double[][] pValues = new double[scores.length][sources];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = scores(matrix.column(c), network, mode);
            for (int s = 0; s < sources; s++) {
                pValues[c][s] = StandardNormal.twoSidedP(scores[c][s]);
            }
        }
        return new ActivityTable(
                key(), new ActivityTable.Axes(network.sources(), matrix.conditions()), scores, pValues);
    }

    private double[] scores(double[] x, MeasuredNetwork network, double[][] mode) {
        RankTails tails = RankTails.of(x);
        double[] scores = new double[mode.length];
        double[][] likelihood = new double[mode.length][];
        for (int s = 0; s < mode.length; s++) {
            likelihood[s] = new double[mode[s].length];
            Arrays.fill(likelihood[s], 1);
            scores[s] = tails.enrichment(network.geneIndex(s), mode[s], likelihood[s]);
        }
        if (pleiotropy == Pleiotropy.CORRECTED) {
            for (int s : new ShadowCorrection(network, mode).discount(x, scores, likelihood)) {
                scores[s] = tails.enrichment(network.geneIndex(s), mode[s], likelihood[s]);
            }
        }
        return scores;
    }

    private static double[] mode(double[] weight) {
        double largest = 0;
        for (double w : weight) {
            largest = Math.max(largest, Math.abs(w));
        }
        double[] mode = new double[weight.length];
        for (int i = 0; i < weight.length; i++) {
            mode[i] = largest == 0 ? 0 : weight[i] / largest;
        }
        return mode;
    }
}
