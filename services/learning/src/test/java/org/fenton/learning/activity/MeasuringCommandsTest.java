package org.fenton.learning.activity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasuringCommandsTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theBenchmarkEndsInOneJsonObject() throws IOException {
        Path network = Files.writeString(
                folder.resolve("net.csv"), "source,target,mor\nS,A,1\nS,B,-1\nS,C,1\nS,D,1\nS,E,1\nT,A,1\n");
        int exit = bench(
                "activity", "--network", network.toString(), "--genes", "50", "--profiles", "20", "--chunk", "10");
        assertEquals(0, exit, err.toString());
        String last = out.toString().lines().reduce((first, second) -> second).orElseThrow();
        assertTrue(last.startsWith("{\"bench\":\"activity\"") && last.contains("\"ratio\":"), last);
        assertTrue(last.contains("\"sources\":2"), last);
    }

    @Test
    void theBenchmarkRefusesShapesThatDoNotFit() throws IOException {
        Path network = Files.writeString(folder.resolve("net.csv"), "source,target,mor\nS,A,1\nS,B,-1\n");
        assertEquals(2, bench("activity", "--network", network.toString(), "--profiles", "7", "--chunk", "2"));
        assertTrue(err.toString().contains("--profiles 7 is not a multiple of --chunk 2"), err.toString());
    }

    @Test
    void bothDenseProductsAgree() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] weights = random(random, 7, 600);
        double[][] profiles = random(random, 5, 600);
        DenseProduct.Shape shape = new DenseProduct.Shape(7, 600, 5);
        double[] java = new double[35];
        double[] best = new double[35];
        try (DenseProduct blocked = new DenseProduct.BlockedJava(weights, shape);
                DenseProduct fastest = DenseProduct.best(weights, shape)) {
            blocked.multiply(profiles, java);
            fastest.multiply(profiles, best);
        }
        assertArrayEquals(java, best, 1e-10);
        double first = 0;
        for (int k = 0; k < 600; k++) {
            first += weights[6][k] * profiles[4][k];
        }
        assertEquals(first, java[34], 1e-10);
    }

    @Test
    void fixturesThatAreNotThereAreNamed() {
        assertEquals(2, bench("decoupler-fixtures", "--fixtures", folder.toString()));
        assertTrue(err.toString().contains("mat.tsv: no such file"), err.toString());
    }

    @Test
    void fixturesThatDifferFail() throws IOException {
        Files.writeString(folder.resolve("mat.tsv"), "gene\tS\nA\t1\nB\t2\nC\t4\nD\t3\n");
        Files.writeString(folder.resolve("net.tsv"), "source\ttarget\tmor\nX\tA\t1\nX\tB\t1\n");
        for (String method : new String[] {"ulm", "mlm", "wsum", "wmean", "viper"}) {
            Files.writeString(
                    folder.resolve("expected-" + method + "-S.tsv"),
                    "statistic\tsource\tcondition\tscore\tp_value\n" + method + "\tX\tS\t100\t0.5\n");
        }
        assertEquals(1, bench("decoupler-fixtures", "--fixtures", folder.toString()));
        assertTrue(out.toString().contains("\"wsum\":{\"maxScoreDifference\":97,\"rows\":1}"), out.toString());
    }

    private static double[][] random(SplittableRandom random, int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            java.util.Arrays.setAll(row, i -> random.nextGaussian());
        }
        return values;
    }

    private int bench(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
