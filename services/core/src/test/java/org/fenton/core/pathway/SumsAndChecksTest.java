package org.fenton.core.pathway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fenton.core.id.GeneSymbol;
import org.junit.jupiter.api.Test;

class SumsAndChecksTest {
    private static final GeneSymbol A = new GeneSymbol("A");
    private static final GeneSymbol B = new GeneSymbol("B");
    private static final GeneSymbol C = new GeneSymbol("C");
    private static final Network NETWORK = new Network(
            "n",
            List.of(
                    NetworkEdge.of("S", A, 2),
                    NetworkEdge.of("S", B, -1),
                    NetworkEdge.of("S", new GeneSymbol("ABSENT"), 5),
                    NetworkEdge.of("ZERO", C, 0)));
    private static final ExpressionMatrix MATRIX =
            new ExpressionMatrix(Scale.CONTRAST, List.of(A, B, C), List.of("x"), new double[][] {{3, 4, 9}});

    @Test
    void sumAndMeanByHand() {
        assertEquals(
                2,
                new Wsum()
                        .infer(MATRIX, NETWORK, 0)
                        .find("S", "x")
                        .orElseThrow()
                        .score());
        PathwayActivity mean =
                new Wmean().infer(MATRIX, NETWORK, 0).find("S", "x").orElseThrow();
        assertEquals(2.0 / 3, mean.score());
        assertTrue(mean.pValue().isEmpty() && mean.falseDiscoveryRate().isEmpty());
        assertEquals(
                0,
                new Wmean()
                        .infer(MATRIX, NETWORK, 0)
                        .find("ZERO", "x")
                        .orElseThrow()
                        .score());
        assertTrue(Double.isFinite(new Viper(Viper.Pleiotropy.CORRECTED)
                .infer(MATRIX, NETWORK, 0)
                .find("ZERO", "x")
                .orElseThrow()
                .score()));
    }

    @Test
    void everyMethodRefusesAConstantConditionAnotherGeneListAndAnEmptyNetwork() {
        ExpressionMatrix constant =
                new ExpressionMatrix(Scale.CONTRAST, List.of(A, B, C), List.of("x"), new double[][] {{1, 1, 1}});
        ExpressionMatrix other =
                new ExpressionMatrix(Scale.CONTRAST, List.of(A, C, B), List.of("x"), new double[][] {{1, 2, 3}});
        MeasuredNetwork measured = new MeasuredNetwork(NETWORK, MATRIX.genes(), 0);
        for (ActivityMethod method : Cases.ALL) {
            assertMessage("condition x has the same value 1.0", () -> method.infer(constant, NETWORK, 0));
            assertMessage("another gene list", () -> method.infer(other, measured));
            assertMessage("no source of network n has 5 of its targets", () -> method.infer(MATRIX, NETWORK, 5));
        }
        assertMessage("minsize is 0 or more", () -> new Ulm().infer(MATRIX, NETWORK, -1));
        assertMessage("at least 3 genes", () -> new Ulm()
                .infer(
                        new ExpressionMatrix(Scale.CONTRAST, List.of(A, B), List.of("x"), new double[][] {{1, 2}}),
                        NETWORK,
                        0));
    }

    @Test
    void aMatrixIsFiniteNamedAndNotEmpty() {
        assertMessage("gene B in condition x is NaN", () -> matrix(List.of(A, B), List.of("x"), 1, Double.NaN));
        assertMessage("gene A is given twice", () -> matrix(List.of(A, A), List.of("x"), 1, 2));
        assertMessage("at least one gene", () -> matrix(List.of(), List.of("x")));
        assertMessage("columns of values for 2 conditions", () -> matrix(List.of(A), List.of("x", "y"), 1));
        assertMessage("has 1 values for 2 genes", () -> matrix(List.of(A, B), List.of("x"), 1));
    }

    @Test
    void aProfileKnowsItsGenes() {
        ExpressionProfile profile = ExpressionProfile.of("x", Scale.LOG2, java.util.Map.of(B, 2.0, A, 1.0));
        assertEquals(List.of(A, B), profile.genes());
        assertEquals(2, profile.value(B).orElseThrow());
        assertTrue(profile.value(C).isEmpty());
        assertEquals(Scale.LOG2, profile.scale());
        assertMessage("'linear' is not a scale; use log2", () -> Scale.parse("linear"));
    }

    @Test
    void valuesThatCannotBeOnTheirScaleAreRefused() {
        assertMessage(
                "gene B: 1500.0 is too large for log2",
                () -> ScaleCheck.check(matrix(List.of(A, B), List.of("x"), 3, 1500)));
        double[] positive = new double[100];
        java.util.Arrays.setAll(positive, i -> i + 1);
        ExpressionMatrix levels =
                new ExpressionMatrix(Scale.CONTRAST, Cases.genes(100), List.of("x"), new double[][] {positive});
        assertMessage("no negative value among 100 genes, so it is not a contrast", () -> ScaleCheck.check(levels));
        ScaleCheck.check(MATRIX);
    }

    @Test
    void aSymbolIsOneWord() {
        assertMessage("holds white space", () -> new GeneSymbol("A /// B"));
        assertMessage("is not empty", () -> new GeneSymbol(""));
    }

    private static ExpressionMatrix matrix(List<GeneSymbol> genes, List<String> conditions, double... values) {
        return new ExpressionMatrix(Scale.LOG2, genes, conditions, new double[][] {values});
    }

    private static void assertMessage(String part, org.junit.jupiter.api.function.Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }
}
