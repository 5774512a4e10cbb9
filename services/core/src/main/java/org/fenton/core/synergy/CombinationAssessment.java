package org.fenton.core.synergy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Everything computed of one matrix: the four scores, the benefit over the better drug, and how sure each is.
 *
 * <p>Formula: standard errors by a bootstrap of 200 draws. Deviations of wells from their cell's mean, times √(n/(n−1)), are
 * pooled over all cells with replicates; each draw puts every well at its cell's mean plus one of them, and everything,
 * curves included, is computed anew. Interval: value ± 1.96 standard errors.
 *
 * <p>Input: a matrix and a seed; the same of both give the same numbers on any machine. Wells count as independent
 * and equally noisy; a shift of a whole plate is not in the interval.
 *
 * <p>Output: percentage points of inhibition, positive = more inhibition than expected.
 *
 * <p>Without replicates no standard error. Replicates that agree exactly have the standard error 0.
 *
 * <p>Source: residual bootstrap, Efron 1979, doi:10.1214/aos/1176344552.
 *
 * @param singles both drugs alone, fitted
 * @param scores in the order of {@link ReferenceModel#all}
 * @param benefit over the better single agent
 */
public record CombinationAssessment(SingleAgents singles, List<SynergyScore> scores, SingleAgentBenefit benefit) {
    private static final int DRAWS = 200;

    public CombinationAssessment {
        scores = List.copyOf(scores);
    }

    public static CombinationAssessment of(DoseResponseMatrix matrix, long seed) {
        Figures figures = Figures.of(matrix);
        List<Spread> spreads = spreads(matrix, figures, seed);
        List<SynergyScore> scores = new ArrayList<>();
        List<ReferenceModel> models = ReferenceModel.all();
        for (int m = 0; m < models.size(); m++) {
            Optional<Estimate> mean = estimate(figures.means().get(m), spreads.get(m));
            scores.add(new SynergyScore(models.get(m).key(), figures.cells().get(m), mean));
        }
        int next = models.size();
        // HSA's excess is the benefit at the same doses; both names are kept because both questions are asked.
        Estimate best = estimate(OptionalDouble.of(figures.atBestDoses()), spreads.get(next))
                .orElseThrow();
        return new CombinationAssessment(
                figures.singles(), scores, new SingleAgentBenefit(scores.get(0).mean(), best));
    }

    public SynergyScore score(String model) {
        return scores.stream()
                .filter(score -> score.model().equals(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model " + model));
    }

    private static Optional<Estimate> estimate(OptionalDouble value, Spread spread) {
        return value.isPresent()
                ? Optional.of(new Estimate(value.getAsDouble(), spread.deviation()))
                : Optional.empty();
    }

    private static List<Spread> spreads(DoseResponseMatrix matrix, Figures figures, long seed) {
        List<Spread> spreads = new ArrayList<>();
        for (int i = 0; i <= figures.means().size(); i++) {
            spreads.add(new Spread());
        }
        double[] residuals = matrix.residuals();
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < DRAWS && residuals.length > 0; draw++) {
            Figures drawn = Figures.of(matrix.redrawn(residuals, random));
            for (int m = 0; m < drawn.means().size(); m++) {
                drawn.means().get(m).ifPresent(spreads.get(m)::add);
            }
            spreads.get(drawn.means().size()).add(drawn.atBestDoses());
        }
        return spreads;
    }

    /** The numbers of one matrix, measured or drawn. */
    private record Figures(
            SingleAgents singles, List<List<CellExcess>> cells, List<OptionalDouble> means, double atBestDoses) {
        static Figures of(DoseResponseMatrix matrix) {
            SingleAgents singles = SingleAgents.of(matrix);
            List<List<CellExcess>> cells = ReferenceModel.all().stream()
                    .map(model -> model.excess(matrix, singles))
                    .toList();
            List<OptionalDouble> means = cells.stream()
                    .map(list -> list.stream().mapToDouble(CellExcess::excess).average())
                    .toList();
            double alone = Math.max(singles.a().largestEffect(), singles.b().largestEffect());
            return new Figures(singles, cells, means, largestTogether(matrix) - alone);
        }

        private static double largestTogether(DoseResponseMatrix matrix) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int a = 1; a < matrix.dosesA().length; a++) {
                for (int b = 1; b < matrix.dosesB().length; b++) {
                    if (matrix.replicates(a, b) > 0) {
                        largest = Math.max(largest, matrix.mean(a, b));
                    }
                }
            }
            return largest;
        }
    }

    /** Running mean and squares of one number over the draws (Welford). */
    private static final class Spread {
        private int n;
        private double mean;
        private double squares;

        void add(double value) {
            n++;
            double step = value - mean;
            mean += step / n;
            squares += step * (value - mean);
        }

        Optional<Double> deviation() {
            return n < 2 ? Optional.empty() : Optional.of(Math.sqrt(squares / (n - 1)));
        }
    }
}
