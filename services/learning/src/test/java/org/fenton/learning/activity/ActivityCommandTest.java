package org.fenton.learning.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ActivityCommandTest {
    private static final String PROFILE = """
            probe\tgeneSymbol\tX_logFC\tX_pValue
            p1\tSTAT3\t1.5\t0.01
            p2\tSTAT3\t-9\t0.9
            p3\tMYC\t-0.5\t0.2
            p4\tCTGF\t2\t0.3
            p5\tGPX4\t-1\t0.1
            p6\tSLC7A11\t0.7\t0.1
            p7\tTFRC\t0.1\t0.8
            """;
    private static final String NETWORK = """
            source,target,mor,p
            UP,STAT3,1,0.001
            UP,CCN2,1,0.002
            UP,GPX4,-1,0.003
            DOWN,MYC,1,0.01
            DOWN,GPX4,1,0.02
            DOWN,STAT3,-0.5,0.5
            """;

    @TempDir
    Path folder;

    private Path profile;
    private Path network;

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void files() throws IOException {
        profile = Files.writeString(folder.resolve("profile.tsv"), PROFILE);
        network = Files.writeString(folder.resolve("net.csv"), NETWORK);
    }

    @Test
    void writesTheColumnsInFullPrecision() {
        Run run = contrast();
        assertEquals(0, run.exit(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals("statistic\tsource\tcondition\tscore\tp_value\tp_value_bh", lines.get(0));
        assertEquals(3, lines.size());
        String[] up = lines.get(2).split("\t");
        assertEquals(List.of("ulm", "UP", "X"), List.of(up).subList(0, 3));
        // x = 1.5 STAT3, -0.5 MYC, 2 CCN2, -1 GPX4, 0.7 SLC7A11, 0.1 TFRC; w = 1, 0, 1, -1, 0, 0
        double[] x = {1.5, -0.5, 2, -1, 0.7, 0.1};
        double[] w = {1, 0, 1, -1, 0, 0};
        double r = correlation(x, w);
        assertEquals(r * Math.sqrt(4 / (1 - r * r)), Double.parseDouble(up[3]), 1e-12);
        assertEquals(up[3], Double.toString(Double.parseDouble(up[3])));
    }

    @Test
    void tellsWhatWasMeasuredOnStandardError() {
        Run run = contrast("--coverage", "-");
        assertTrue(run.err().contains("table: 6 genes from 7 rows; X = X_logFC, p = X_pValue"), run.err());
        assertTrue(run.err().contains("1 previous symbols renamed"), run.err());
        assertTrue(run.err().contains("several rows a gene: 1 genes (row of smallest p"), run.err());
        assertTrue(run.err().contains("network net.csv: 4 of 4 targets measured; 2 of 2 sources"), run.err());
        assertTrue(run.err().contains("net.csv\tDOWN\t3\t3\tyes"), run.err());
    }

    @Test
    void methodsWithoutPLeaveTheCellsEmpty() {
        Run run = contrast("--method", "wmean");
        assertTrue(run.out().contains("wmean\tUP\tX\t1.5\t\t\n"), run.out());
    }

    @Test
    void rawTakesNamesAsWritten() {
        Run run = contrast("--raw", "--method", "wsum");
        assertTrue(run.out().contains("wsum\tUP\tX\t2.5\t\t\n"), "CTGF is not CCN2 as written: " + run.out());
        assertTrue(contrast("--raw", "--symbols", "current", "--method", "wsum")
                .out()
                .contains("wsum\tUP\tX\t4.5\t\t\n"));
    }

    @Test
    void topKeepsTheEdgesOfSmallestP() {
        Run run = contrast("--method", "wsum", "--top", "1");
        assertTrue(run.out().contains("wsum\tUP\tX\t1.5"), run.out());
        assertTrue(run.out().contains("wsum\tDOWN\tX\t-0.5"), run.out());
    }

    @Test
    void gzipAndJsonAndFiles() throws IOException {
        Path zipped = folder.resolve("profile.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(PROFILE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path out = folder.resolve("out.json");
        Path coverage = folder.resolve("coverage.tsv");
        profile = zipped;
        Run run = contrast("--format", "json", "--out", out.toString(), "--coverage", coverage.toString());
        assertEquals(0, run.exit(), run.err());
        assertEquals("", run.out());
        String json = Files.readString(out);
        assertTrue(json.startsWith("{\"activities\":[{\"condition\":\"X\""), json);
        assertTrue(json.contains("\"renamed\":{\"CTGF\":\"CCN2\"}"), json);
        assertTrue(Files.readString(coverage).startsWith("network\tsource\tmeasured\ttotal\tkept\n"));
        Run again = contrast("--format", "json");
        assertEquals(json, again.out());
    }

    @Test
    void log2IsStandardisedAgainstTheBundleUnlessRaw() throws IOException {
        Path bundle = folder.resolve("bundle");
        Files.createDirectories(bundle.resolve("networks"));
        Files.createDirectories(bundle.resolve("reference"));
        Files.writeString(
                bundle.resolve("networks/progeny.tsv"),
                NETWORK.replace(',', '\t').replace("\tmor", "\tweight"));
        Files.writeString(
                bundle.resolve("reference/genes.tsv"),
                "gene\tmean\tsd\tn\nGPX4\t8\t2\t60\nMYC\t6\t1\t60\nSTAT3\t5\t0.5\t60\n");
        profile = Files.writeString(folder.resolve("log2.tsv"), "gene\tS\nSTAT3\t6\nMYC\t6\nGPX4\t4\nTFRC\t3\n");
        Run run = run("--scale", "log2", "--method", "wsum", "--network", "progeny", "--bundle", bundle.toString());
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("wsum\tUP\tS\t4.0\t"), "z is 2 for STAT3, -2 for GPX4: " + run.out());
        assertTrue(run.err().contains("1 not in the reference, left out"), run.err());
        Run raw = run("--scale", "log2", "--method", "wsum", "--network", network.toString(), "--raw");
        assertTrue(raw.out().contains("wsum\tUP\tS\t2.0\t"), raw.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --method gsea | --method gsea is unknown; use one of ulm, mlm, wsum, wmean, viper
                    --format xml | --format xml is unknown; use one of tsv, json
                    --symbols any | --symbols any is unknown
                    --minsize 9 | no source of network net.csv has 9 of its targets among the 6 genes given
                    --minsize -1 | minsize is 0 or more, not -1
                    --top 0 | the number of targets to keep a source is at least 1, not 0
                    --network collectri --bundle . | .: the bundle has no networks/collectri.tsv; use a complete bundle
                    --network nowhere.csv | nowhere.csv: no such file
                    --bundle nowhere | nowhere: no such bundle directory
                    --value-column Y | profile.tsv: has no column Y; its columns are probe, geneSymbol
                    --scale linear | 'linear' is not a scale; use log2, zscore or contrast
                    --scale log2 | column X_logFC: is a fold change, not log2 expression; the scale is contrast
                    --out nowhere/out.tsv | its folder does not exist
                    """)
    void badInputIsOneLineAndExitTwo(String options, String message) {
        Run run = contrast(options.split(" "));
        assertEquals(2, run.exit());
        assertEquals("", run.out());
        String last = run.err().lines().reduce((first, second) -> second).orElseThrow();
        assertTrue(last.startsWith("fenton activity: ") && last.contains(message), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @Test
    void anEmptyProfileSaysSo() throws IOException {
        profile = Files.writeString(folder.resolve("empty.tsv"), "");
        Run run = contrast();
        assertEquals(2, run.exit());
        assertEquals(1, run.err().lines().count());
        assertTrue(run.err().contains("empty.tsv: is empty"), run.err());
    }

    @Test
    void aSpreadsheetAndACutGzipAreNamed() throws IOException {
        profile = Files.writeString(folder.resolve("profile.xlsx"), "PK\u0003\u0004");
        assertTrue(contrast().err().contains("profile.xlsx: is a spreadsheet or zip file; save the table as TSV"));
        Path whole = folder.resolve("whole.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write(PROFILE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        profile = Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Run run = contrast();
        assertEquals(2, run.exit());
        assertTrue(run.err().startsWith("fenton activity: a gzipped table is damaged or cut off"), run.err());
    }

    @Test
    void aNetworkFileNeedsNoBundle() {
        System.setProperty("fenton.bundle", folder.resolve("not-made-yet").toString());
        try {
            assertEquals(0, contrast().exit());
            Run named = contrast("--network", "progeny");
            assertEquals(2, named.exit());
            assertTrue(named.err().contains("the bundle has no networks/progeny.tsv"), named.err());
        } finally {
            System.clearProperty("fenton.bundle");
        }
    }

    /** The contrast profile with the file's network; later options override. */
    private Run contrast(String... more) {
        List<String> options = new ArrayList<>();
        List<String> given = List.of(more);
        if (!given.contains("--scale")) {
            options.addAll(List.of("--scale", "contrast"));
        }
        if (!given.contains("--network")) {
            options.addAll(List.of("--network", network.toString()));
        }
        if (!given.contains("--minsize")) {
            options.addAll(List.of("--minsize", "1"));
        }
        options.addAll(given);
        return run(options.toArray(String[]::new));
    }

    private Run run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("--profile", profile.toString()));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--minsize")) {
            arguments.addAll(List.of("--minsize", "1"));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new ActivityCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
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
