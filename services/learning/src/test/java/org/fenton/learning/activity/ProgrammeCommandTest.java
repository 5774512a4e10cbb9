package org.fenton.learning.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code --programmes}, {@code --plot} and {@code --condition} with the committed bundle and a table of random values. */
class ProgrammeCommandTest {
    private static final Path BUNDLE = Path.of("../../bundles/zip-1");

    @TempDir
    Path folder;

    private Path profile;

    private record Run(int exit, String out, String err) {}

    /** The panel's genes without AIFM2 in two conditions, around 5 as log2 values are. */
    @BeforeEach
    void log2Table() throws IOException {
        writeTable(5);
    }

    private void writeTable(double mean) throws IOException {
        List<String> panel = Files.readAllLines(BUNDLE.resolve("reference/genes.tsv"));
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("gene\tA\tB\n");
        for (String line : panel.subList(1, panel.size())) {
            String gene = line.substring(0, line.indexOf('\t'));
            if (!gene.equals("AIFM2")) {
                text.append(gene).append('\t').append(mean + random.nextGaussian());
                text.append('\t').append(mean + random.nextGaussian()).append('\n');
            }
        }
        profile = Files.writeString(folder.resolve("profile.tsv"), text);
    }

    @Test
    void programmesFollowTheActivitiesInTheSameColumns() {
        Run run = run("--scale", "log2", "--programmes");
        assertEquals(0, run.exit(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals("statistic\tsource\tcondition\tscore\tp_value\tp_value_bh", lines.get(0));
        assertTrue(lines.stream().allMatch(line -> line.split("\t", -1).length == 6));
        List<String> programmes =
                lines.stream().filter(line -> line.startsWith("programme\t")).toList();
        assertTrue(programmes.get(0).startsWith("programme\tjak-stat-balance\tA\t"), programmes.get(0));
        assertEquals(
                2,
                programmes.stream()
                        .filter(l -> l.contains("\tcystine-gsh-gpx4\t"))
                        .count());
        assertFalse(run.out().contains("fsp1-coq"), "no score, hence no line");
        assertTrue(
                run.err().contains("programme fsp1-coq: 2 of 3 genes; no score: its key gene AIFM2 has no value"),
                run.err());
        assertTrue(run.err().contains("percentile among NCI-60 cell lines"), run.err());
    }

    @Test
    void theCoverageTableStaysRectangular() throws IOException {
        Path coverage = folder.resolve("coverage.tsv");
        assertEquals(
                0,
                run("--scale", "log2", "--programmes", "--coverage", coverage.toString())
                        .exit());
        List<String> lines = Files.readAllLines(coverage);
        assertTrue(lines.get(0).endsWith("kept\tcondition\tdoubt\tpercentile\tpanel_lines\tmissing\treason"));
        assertTrue(lines.stream().allMatch(line -> line.split("\t", -1).length == 11));
        String dhodh = lines.stream()
                .filter(line -> line.startsWith("programmes\tdhodh\t1\t1\tyes\tB\t1.0\t"))
                .findFirst()
                .orElseThrow();
        double percentile = Double.parseDouble(dhodh.split("\t")[7]);
        assertTrue(percentile >= 0 && percentile <= 100, dhodh);
    }

    @Test
    void jsonHoldsDefinitionsWithSourcesAndAContrastHasNoPercentile() throws IOException {
        writeTable(0);
        Run run = run("--scale", "contrast", "--programmes", "--format", "json");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals(18, json.get("programmeDefinitions").size());
        assertEquals("E127 PMID:22632970", source(json, "cystine-gsh-gpx4", "SLC7A11"));
        assertEquals(36, json.get("programmes").size());
        for (JsonNode programme : json.get("programmes")) {
            assertFalse(programme.has("percentile"), programme.toString());
            assertEquals(programme.has("score"), !programme.has("reason"), programme.toString());
        }
        assertTrue(json.get("programmeReference").asText().startsWith("a contrast has no percentile"));
    }

    @Test
    void withoutTheOptionNothingChanges() throws IOException {
        writeTable(0);
        Run plain = run("--scale", "contrast");
        assertFalse(plain.out().contains("programme"));
        Path plot = folder.resolve("case.svg");
        Run drawn = run("--scale", "contrast", "--plot", plot.toString());
        assertEquals(plain.out(), drawn.out());
        assertTrue(Files.readString(plot).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
    }

    @Test
    void thePlotIsOfOneCondition() throws IOException {
        Path plot = folder.resolve("case.svg");
        Run first = run("--scale", "log2", "--network", "progeny", "--plot", plot.toString());
        assertTrue(first.err().contains("plot: draws A, the first of 2 conditions; choose another with --condition"));
        assertTrue(Files.readString(plot).contains("Pathway state of A (profile.tsv)"));
        String drawn = Files.readString(plot);
        run("--scale", "log2", "--network", "progeny", "--plot", plot.toString());
        assertEquals(drawn, Files.readString(plot));
        Run second = run("--scale", "log2", "--plot", plot.toString(), "--condition", "B");
        assertFalse(second.err().contains("plot: draws"));
        assertTrue(Files.readString(plot).contains("Pathway state of B (profile.tsv)"));
    }

    @Test
    void aTableFarFromTheReferenceIsWarnedOf() throws IOException {
        writeTable(0);
        assertFalse(run("--scale", "zscore", "--programmes").err().contains("percentiles are rough"));
        writeTable(25);
        Run far = run("--scale", "log2", "--programmes");
        assertTrue(far.err().contains("off on average, as from another platform, so percentiles are rough"), far.err());
    }

    @Test
    void whatCannotBeDrawnIsAnswered() {
        String plot = folder.resolve("case.svg").toString();
        assertProblem(
                "--condition C is not in the table; it has A, B",
                "--scale",
                "log2",
                "--plot",
                plot,
                "--condition",
                "C");
        assertProblem("log2 values have to be standardised first", "--scale", "log2", "--raw", "--programmes");
        assertProblem(
                "its folder does not exist",
                "--scale",
                "log2",
                "--plot",
                folder.resolve("no/x.svg").toString());
    }

    private void assertProblem(String message, String... options) {
        Run run = run(options);
        assertEquals(2, run.exit());
        assertEquals("", run.out());
        assertTrue(run.err().contains("fenton activity: ") && run.err().contains(message), run.err());
    }

    private static String source(JsonNode json, String programme, String member) {
        for (JsonNode definition : json.get("programmeDefinitions")) {
            for (JsonNode entry : definition.get("members")) {
                if (definition.get("programme").asText().equals(programme)
                        && entry.get("member").asText().equals(member)) {
                    return entry.get("source").asText();
                }
            }
        }
        throw new AssertionError(programme + " has no member " + member);
    }

    private Run run(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("--profile", profile.toString(), "--bundle", BUNDLE.toString()));
        arguments.addAll(Arrays.asList(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new ActivityCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }
}
