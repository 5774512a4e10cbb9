package org.fenton.learning.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.fenton.learning.data.Screen;
import org.fenton.learning.training.Fold;
import org.fenton.learning.training.RowLearner;
import org.fenton.learning.training.RowModel;

/**
 * Predicts a combination from what its drugs do alone in the line, which every regime may know.
 *
 * <p>The expectation of the two effects under a reference model becomes a probability by a logistic curve, and an expected score by a parabola, both of
 * (1, x, x²) and fitted to the training rows. Rows one of whose drugs was not measured alone have no answer.
 */
final class SingleAgentRule implements RowLearner {
    private final Reference reference;
    private final SingleAgentEffects effects;

    /** What two drugs do together if they do not interact; effects are fractions inhibited. */
    enum Reference {
        /** Highest single agent: the better of the two. */
        HSA {
            @Override
            double expected(double a, double b) {
                return Math.max(a, b);
            }
        },
        /** Independent action: what a leaves, b acts on. */
        IDA {
            @Override
            double expected(double a, double b) {
                return a + b - a * b;
            }
        };

        abstract double expected(double a, double b);
    }

    SingleAgentRule(Reference reference, SingleAgentEffects effects) {
        this.reference = reference;
        this.effects = effects;
    }

    @Override
    public String label() {
        return reference.name().toLowerCase(java.util.Locale.ROOT) + "-of-single-agents";
    }

    @Override
    public String settings() {
        return label() + " mean inhibition over doses, logistic and linear in 1, x, x^2";
    }

    @Override
    public RowModel fit(Fold fold, long seed, Consumer<String> progress) {
        Screen screen = fold.screen();
        int[] known = Arrays.stream(fold.trainingRows())
                .filter(row -> !Double.isNaN(expected(screen, row)))
                .toArray();
        double[] x =
                Arrays.stream(known).mapToDouble(row -> expected(screen, row)).toArray();
        double[] label = Arrays.stream(known)
                .mapToDouble(row -> screen.positive(row) ? 1 : 0)
                .toArray();
        double[] score = Arrays.stream(known).mapToDouble(screen::score).toArray();
        double[] logistic = Curve.logistic(x, label);
        double[] parabola = Curve.leastSquares(x, score);
        return new RowModel() {
            @Override
            public double[] probabilities(int[] rows) {
                return Arrays.stream(rows)
                        .mapToDouble(row -> Curve.sigmoid(Curve.at(logistic, expected(screen, row))))
                        .toArray();
            }

            @Override
            public double[] expectedScores(int[] rows) {
                return Arrays.stream(rows)
                        .mapToDouble(row -> Curve.at(parabola, expected(screen, row)))
                        .toArray();
            }
        };
    }

    private double expected(Screen screen, int row) {
        List<Double> alone = effects.of(screen, row);
        return reference.expected(alone.get(0), alone.get(1));
    }
}
