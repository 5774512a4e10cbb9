package org.fenton.core.pathway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.fenton.core.id.GeneSymbol;
import org.junit.jupiter.api.Test;

/** ulm and mlm against ordinary least squares written out from the normal equations. */
class LinearModelTest {
    private static final double TOLERANCE = 1e-9;

    @Property(tries = 40)
    void ulmIsTheSlopeOfAnExplicitRegression(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        ExpressionMatrix matrix = Cases.matrix(seed, 60, 2);
        Network network = Cases.network(seed + 1, 3, 9, 60);
        ActivityTable table = new Ulm().infer(matrix, network, 5);
        for (PathwayActivity activity : table.activities()) {
            double[] expected = normalEquations(
                    matrix,
                    network,
                    List.of(activity.source()),
                    matrix.conditions().indexOf(activity.condition()));
            assertEquals(expected[0], activity.score(), TOLERANCE * (1 + Math.abs(expected[0])));
        }
    }

    @Property(tries = 40)
    void mlmIsTheJointRegressionOfAllSources(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        ExpressionMatrix matrix = Cases.matrix(seed, 80, 2);
        Network network = Cases.network(seed + 1, 5, 12, 60);
        ActivityTable table = new Mlm().infer(matrix, network, 5);
        for (int c = 0; c < 2; c++) {
            double[] expected = normalEquations(matrix, network, table.sources(), c);
            for (int s = 0; s < expected.length; s++) {
                assertEquals(expected[s], table.score(s, c), TOLERANCE * (1 + Math.abs(expected[s])));
            }
        }
    }

    @Test
    void withOneSourceBothAreTheSame() {
        ExpressionMatrix matrix = Cases.matrix(7, 50, 3);
        Network network = Cases.network(8, 1, 10, 50);
        ActivityTable ulm = new Ulm().infer(matrix, network, 5);
        ActivityTable mlm = new Mlm().infer(matrix, network, 5);
        for (int c = 0; c < 3; c++) {
            assertEquals(ulm.score(0, c), mlm.score(0, c), TOLERANCE);
            assertEquals(
                    ulm.activity(0, c).pValue().orElseThrow(),
                    mlm.activity(0, c).pValue().orElseThrow(),
                    TOLERANCE);
        }
    }

    @Test
    void mlmNamesSourcesThatCannotBeToldApart() {
        List<NetworkEdge> edges = new ArrayList<>();
        for (GeneSymbol gene : Cases.genes(8)) {
            edges.add(NetworkEdge.of("A", gene, 1));
            edges.add(NetworkEdge.of("TWIN", gene, -2));
        }
        Network network = new Network("twins", edges);
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> new Mlm().infer(Cases.matrix(1, 40, 1), network, 5));
        assertTrue(refusal.getMessage().contains("TWIN"), refusal.getMessage());
        assertEquals(
                2, new Ulm().infer(Cases.matrix(1, 40, 1), network, 5).sources().size());
    }

    @Test
    void mlmNeedsMoreGenesThanSources() {
        Network network = Cases.network(3, 9, 5, 10);
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> new Mlm().infer(Cases.matrix(1, 10, 1), network, 5));
        assertTrue(refusal.getMessage().contains("at least 11 genes, here 10"), refusal.getMessage());
    }

    @Test
    void aPerfectFitIsFiniteAndASourceOfAllGenesHasNoSlope() {
        List<NetworkEdge> edges = new ArrayList<>();
        double[] values = new double[20];
        for (int g = 0; g < 20; g++) {
            values[g] = g * g;
            edges.add(NetworkEdge.of("EXACT", Cases.genes(20).get(g), g * g));
            edges.add(NetworkEdge.of("FLAT", Cases.genes(20).get(g), 1));
        }
        ExpressionMatrix matrix =
                new ExpressionMatrix(Scale.CONTRAST, Cases.genes(20), List.of("C"), new double[][] {values});
        ActivityTable table = new Ulm().infer(matrix, new Network("n", edges), 5);
        double perfect = table.find("EXACT", "C").orElseThrow().score();
        assertTrue(Double.isFinite(perfect) && perfect > 1e6, "t is " + perfect);
        assertEquals(0, table.find("FLAT", "C").orElseThrow().score());
        assertEquals(1, table.find("FLAT", "C").orElseThrow().pValue().orElseThrow());
    }

    /** t values of the slopes from (XᵀX)⁻¹, by Gauss-Jordan elimination with pivoting. */
    private static double[] normalEquations(
            ExpressionMatrix matrix, Network network, List<String> sources, int condition) {
        int p = sources.size() + 1;
        int n = matrix.genes().size();
        double[][] design = new double[n][p];
        for (int g = 0; g < n; g++) {
            design[g][0] = 1;
            for (int s = 1; s < p; s++) {
                design[g][s] =
                        Cases.weight(network, sources.get(s - 1), matrix.genes().get(g));
            }
        }
        double[][] inverse = inverseOfGram(design, p);
        double[] slope = new double[p];
        for (int i = 0; i < p; i++) {
            for (int g = 0; g < n; g++) {
                for (int j = 0; j < p; j++) {
                    slope[i] += inverse[i][j] * design[g][j] * matrix.value(g, condition);
                }
            }
        }
        double residual = 0;
        for (int g = 0; g < n; g++) {
            double off = matrix.value(g, condition);
            for (int j = 0; j < p; j++) {
                off -= design[g][j] * slope[j];
            }
            residual += off * off;
        }
        double[] t = new double[p - 1];
        for (int s = 1; s < p; s++) {
            t[s - 1] = slope[s] / Math.sqrt(residual / (n - p) * inverse[s][s]);
        }
        return t;
    }

    private static double[][] inverseOfGram(double[][] design, int p) {
        double[][] work = new double[p][2 * p];
        for (int i = 0; i < p; i++) {
            work[i][p + i] = 1;
            for (int j = 0; j < p; j++) {
                for (double[] row : design) {
                    work[i][j] += row[i] * row[j];
                }
            }
        }
        for (int k = 0; k < p; k++) {
            int pivot = k;
            for (int i = k + 1; i < p; i++) {
                pivot = Math.abs(work[i][k]) > Math.abs(work[pivot][k]) ? i : pivot;
            }
            double[] swapped = work[k];
            work[k] = work[pivot];
            work[pivot] = swapped;
            double head = work[k][k];
            for (int j = 0; j < 2 * p; j++) {
                work[k][j] /= head;
            }
            for (int i = 0; i < p; i++) {
                double factor = i == k ? 0 : work[i][k];
                for (int j = 0; j < 2 * p; j++) {
                    work[i][j] -= factor * work[k][j];
                }
            }
        }
        double[][] inverse = new double[p][];
        for (int i = 0; i < p; i++) {
            inverse[i] = java.util.Arrays.copyOfRange(work[i], p, 2 * p);
        }
        return inverse;
    }
}
