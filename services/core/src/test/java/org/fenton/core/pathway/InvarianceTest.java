package org.fenton.core.pathway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.fenton.core.id.GeneSymbol;
import org.junit.jupiter.api.Test;

/** What must not, and what must, change an activity. */
class InvarianceTest {
    private static final int GENES = 120;

    @Property(tries = 25)
    void theOrderOfGenesDoesNotMatter(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        ExpressionMatrix matrix = Cases.matrix(seed, GENES, 2);
        List<Integer> order = new ArrayList<>(IntStream.range(0, GENES).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        double[][] values = new double[2][GENES];
        for (int c = 0; c < 2; c++) {
            for (int g = 0; g < GENES; g++) {
                values[c][g] = matrix.value(order.get(g), c);
            }
        }
        List<GeneSymbol> genes = order.stream().map(matrix.genes()::get).toList();
        ExpressionMatrix shuffled = new ExpressionMatrix(matrix.scale(), genes, matrix.conditions(), values);
        assertSame(matrix, shuffled, Cases.network(seed, 6, 20, GENES));
    }

    @Property(tries = 25)
    void aConditionIsScoredForItself(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        ExpressionMatrix matrix = Cases.matrix(seed, GENES, 3);
        Network network = Cases.network(seed, 6, 20, GENES);
        ExpressionMatrix doubled = new ExpressionMatrix(
                matrix.scale(), matrix.genes(), List.of("first", "again", "other"), new double[][] {
                    matrix.values(1), matrix.values(1), matrix.values(2)
                });
        for (ActivityMethod method : Cases.ALL) {
            ActivityTable alone = method.infer(matrix.profile(1).matrix(), network, 5);
            ActivityTable twice = method.infer(doubled, network, 5);
            for (int s = 0; s < alone.sources().size(); s++) {
                assertEquals(alone.score(s, 0), twice.score(s, 0), method.key());
                assertEquals(alone.score(s, 0), twice.score(s, 1), method.key());
            }
        }
    }

    @Property(tries = 25)
    void scalingChangesWhatTheMethodSays(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        ExpressionMatrix matrix = Cases.matrix(seed, GENES, 1);
        Network network = Cases.network(seed, 6, 20, GENES);
        for (ActivityMethod method : Cases.ALL) {
            ActivityTable before = method.infer(matrix, network, 5);
            ActivityTable larger = method.infer(map(matrix, x -> factor * x), network, 5);
            ActivityTable turned = method.infer(map(matrix, x -> -x), network, 5);
            boolean linear = method instanceof Wsum || method instanceof Wmean;
            double expected = linear ? factor : 1;
            for (int s = 0; s < before.sources().size(); s++) {
                close(expected * before.score(s, 0), larger.score(s, 0), method);
                if (!(method instanceof Viper)) {
                    close(-before.score(s, 0), turned.score(s, 0), method);
                    assertEquals(!linear, before.activity(s, 0).pValue().isPresent());
                }
            }
        }
    }

    @Test
    void viperReadsRanksOnly() {
        ExpressionMatrix matrix = Cases.matrix(5, GENES, 1);
        Network network = Cases.network(5, 6, 20, GENES);
        ActivityMethod viper = new Viper(Viper.Pleiotropy.CORRECTED);
        ActivityTable before = viper.infer(matrix, network, 5);
        ActivityTable after = viper.infer(map(matrix, Math::exp), network, 5);
        for (int s = 0; s < before.sources().size(); s++) {
            assertEquals(before.score(s, 0), after.score(s, 0));
        }
    }

    @Test
    void genesWithoutASourceCountForTheModelsOnly() {
        ExpressionMatrix matrix = Cases.matrix(11, GENES, 1);
        Network network = Cases.network(12, 6, 20, GENES);
        ExpressionMatrix longer = Cases.matrix(11, GENES + 40, 1);
        assertEquals(matrix.value(GENES - 1, 0), longer.value(GENES - 1, 0), "the longer matrix extends the shorter");
        for (ActivityMethod method : Cases.ALL) {
            double before = method.infer(matrix, network, 5).score(0, 0);
            double after = method.infer(longer, network, 5).score(0, 0);
            if (method instanceof Wsum || method instanceof Wmean) {
                assertEquals(before, after, method.key());
            } else {
                assertNotEquals(before, after, method.key());
            }
        }
    }

    @Test
    void addedGenesEnterUlmThroughNumberMeanAndVariance() {
        ExpressionMatrix longer = Cases.matrix(11, GENES + 40, 1);
        Network network = Cases.network(12, 1, 20, GENES);
        double[] x = longer.values(0);
        double[] w = longer.genes().stream()
                .mapToDouble(gene -> Cases.weight(network, "S10", gene))
                .toArray();
        double r = correlation(w, x);
        assertEquals(
                r * Math.sqrt((x.length - 2) / (1 - r * r)),
                new Ulm().infer(longer, network, 5).score(0, 0),
                1e-12);
    }

    @Test
    void aSourceWithTooFewMeasuredTargetsIsDropped() {
        List<NetworkEdge> edges = new ArrayList<>(Cases.network(3, 2, 8, 50).edges());
        Cases.genes(4).forEach(gene -> edges.add(NetworkEdge.of("FOUR", gene, 1)));
        edges.add(NetworkEdge.of("FOUR", new GeneSymbol("NOT_MEASURED"), 1));
        edges.add(NetworkEdge.of("NONE", new GeneSymbol("NOT_MEASURED"), 1));
        Network network = new Network("n", edges);
        ExpressionMatrix matrix = Cases.matrix(4, 50, 1);
        assertEquals(List.of("S10", "S11"), new Ulm().infer(matrix, network, 5).sources());
        assertEquals(
                List.of("FOUR", "S10", "S11"),
                new Ulm().infer(matrix, network, 4).sources());
        assertEquals(
                List.of("FOUR", "S10", "S11"),
                new Ulm().infer(matrix, network, 0).sources());
        CoverageReport coverage = CoverageReport.of(network, matrix.genes(), 5);
        assertEquals(
                new CoverageReport.SourceCoverage("FOUR", 4, 5, false),
                coverage.sources().get(0));
        assertEquals(0.8, coverage.sources().get(0).fraction());
        assertEquals(2, coverage.sourcesKept());
    }

    private static void assertSame(ExpressionMatrix one, ExpressionMatrix other, Network network) {
        for (ActivityMethod method : Cases.ALL) {
            ActivityTable a = method.infer(one, network, 5);
            ActivityTable b = method.infer(other, network, 5);
            assertEquals(a.sources(), b.sources());
            for (int s = 0; s < a.sources().size(); s++) {
                close(a.score(s, 0), b.score(s, 0), method);
                close(a.score(s, 1), b.score(s, 1), method);
            }
        }
    }

    private static void close(double expected, double actual, ActivityMethod method) {
        assertTrue(
                Math.abs(expected - actual) <= 1e-9 * (1 + Math.abs(expected)),
                method + ": " + expected + " and " + actual);
    }

    private static ExpressionMatrix map(ExpressionMatrix matrix, DoubleUnaryOperator change) {
        double[] values = java.util.Arrays.stream(matrix.values(0)).map(change).toArray();
        return new ExpressionMatrix(matrix.scale(), matrix.genes(), matrix.conditions(), new double[][] {values});
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = java.util.Arrays.stream(a).average().orElseThrow();
        double meanB = java.util.Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
