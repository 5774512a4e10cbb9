package org.fenton.learning.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LinePartTest {
    private static final int LEVELS = 12;

    private static LineTraits line(double... profile) {
        return new LineTraits(Optional.empty(), profile);
    }

    private static double likeness(LineTraits a, LineTraits b) {
        return LinePart.PROFILE.between(a, b);
    }

    @Test
    void knownLevelsGiveTheGaussianOfTheirMeanSquaredDifference() {
        assertEquals(Math.exp(-(1 + 4) / 2.0 / 2), likeness(line(0, 3), line(1, 1)), 1e-15);
        assertEquals(1, likeness(line(0.5, -1), line(0.5, -1)));
    }

    /** Mean of the Gaussian over many drawn levels, which is what a missing level stands for. */
    @Test
    void aMissingLevelIsAsAlikeAsAnyLevelIsOnAverage() {
        SplittableRandom random = new SplittableRandom(5);
        int draws = 200_000;
        double one = 0;
        double both = 0;
        for (int i = 0; i < draws; i++) {
            double x = normal(random);
            one += likeness(line(0.7, x), line(-0.2, 1.3)) / draws;
            both += likeness(line(0.7, x), line(-0.2, normal(random))) / draws;
        }
        assertEquals(one, likeness(line(0.7, Double.NaN), line(-0.2, 1.3)), 2e-3);
        assertEquals(both, likeness(line(0.7, Double.NaN), line(-0.2, Double.NaN)), 2e-3);
        assertEquals(
                both, likeness(line(0.7), line(-0.2, Double.NaN)), 2e-3, "a profile that ends early lacks its end");
    }

    @Property(tries = 60)
    void whateverIsMissingTheMatrixOfLikenessHasNoNegativeEigenvalue(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LineTraits> lines = IntStream.range(0, 25)
                .mapToObj(i -> {
                    double lacking = random.nextDouble();
                    return line(IntStream.range(0, LEVELS)
                            .mapToDouble(l -> random.nextDouble() < lacking ? Double.NaN : 2 * normal(random))
                            .toArray());
                })
                .toList();
        double[][] matrix =
                new KernelSetting(Map.of(DrugPart.CONSTANT, 1.0), Map.of(LinePart.PROFILE, 1.0), 1).lines(lines);
        // A pivot of the Cholesky decomposition of K + 1e-9 I is negative exactly when an eigenvalue lies below -1e-9.
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] += 1e-9;
        }
        for (int k = 0; k < matrix.length; k++) {
            assertTrue(matrix[k][k] > 0, "pivot " + k + " is " + matrix[k][k]);
            for (int i = k + 1; i < matrix.length; i++) {
                double factor = matrix[i][k] / matrix[k][k];
                for (int j = k; j < matrix.length; j++) {
                    matrix[i][j] -= factor * matrix[k][j];
                }
            }
        }
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
