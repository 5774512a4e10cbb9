package org.fenton.learning.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.fenton.core.synergy.Bliss;
import org.fenton.core.synergy.HillCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ImportScreenCommandTest {
    private static final String HEADER = "drug_a\tdose_a\tdrug_b\tdose_b\tline\treplicate\tresponse";
    private static final double[] DOSES = {0, 0.1, 0.4, 1.6, 6.4};
    private static final HillCurve FIRST = new HillCurve(0, 90, 0.7, 1.2);
    private static final HillCurve SECOND = new HillCurve(0, 60, 1.5, 1);

    @TempDir
    Path folder;

    private record Run(int exit, String out, String err) {}

    /** A made-up pair, independent but for the synergy given, three wells a cell. */
    private static List<String> screen(double synergy) {
        List<String> rows = new ArrayList<>();
        Random random = new Random(4);
        for (double a : DOSES) {
            for (double b : DOSES) {
                double effect = Bliss.expected(FIRST.effect(a), SECOND.effect(b)) + (a > 0 && b > 0 ? synergy : 0);
                for (int replicate = 1; replicate <= 3; replicate++) {
                    double well = effect + 3 * random.nextGaussian();
                    rows.add(String.format(
                            Locale.ROOT, "ruxolitinib\t%s\terastin\t%s\tHT-1080\t%d\t%.3f", a, b, replicate, well));
                }
            }
        }
        return rows;
    }

    @Test
    void scoresAPairWithItsSignAndItsIntervals() throws IOException {
        Run synergy = run(write(screen(10)), "--response", "inhibition");
        assertEquals(0, synergy.exit(), synergy.err());
        List<String> lines = synergy.out().lines().toList();
        assertEquals(2, lines.size());
        assertEquals("erastin", cell(lines, "drug_a"), "names in order");
        assertEquals("HT-1080", cell(lines, "line"));
        assertEquals("16", cell(lines, "cells"));
        assertEquals("3", cell(lines, "replicates"));
        assertEquals(10, number(lines, "bliss"), 2);
        assertTrue(number(lines, "bliss_low") > 0);
        assertTrue(number(lines, "bliss_high") > number(lines, "bliss"));
        assertTrue(number(lines, "zip") > 5);
        assertEquals(cell(lines, "hsa"), cell(lines, "benefit_same_doses"));
        assertEquals(60, number(lines, "emax_a"), 12);
        assertEquals(0.7, number(lines, "ec50_um_b"), 0.2);
        assertEquals("yes", cell(lines, "converged_a"));
        assertTrue(synergy.err().contains("bliss: 1 scored"), synergy.err());
        assertTrue(synergy.err().contains("Research use only"), synergy.err());
        assertTrue(number(
                        run(write(screen(-12)), "--response", "inhibition")
                                .out()
                                .lines()
                                .toList(),
                        "bliss")
                < -8);
    }

    @Test
    void viabilityNanomolarCommasAndOrderGiveTheSameTable() throws IOException {
        String table = run(write(screen(5)), "--response", "inhibition").out();
        List<String> viability = change(screen(5), cells -> {
            cells[6] = new java.math.BigDecimal("100")
                    .subtract(new java.math.BigDecimal(cells[6]))
                    .toString();
            return cells;
        });
        assertEquals(table, run(write(viability), "--response", "viability").out());
        List<String> nanomolar = change(screen(5), cells -> {
            cells[1] = new java.math.BigDecimal(cells[1]).movePointRight(3).toString();
            cells[3] = new java.math.BigDecimal(cells[3]).movePointRight(3).toString();
            return cells;
        });
        assertEquals(
                table,
                run(write(nanomolar), "--response", "inhibition", "--unit", "nM")
                        .out());
        List<String> turned = new ArrayList<>(change(screen(5), cells ->
                new String[] {cells[2], cells[3], cells[0], cells[1], cells[4], cells[5], cells[6]}));
        Collections.shuffle(turned, new Random(1));
        assertEquals(table, run(write(turned), "--response", "inhibition").out());
        String commas = "drug_a,dose,drug_b,dose,line,replicate,response\n"
                + String.join("\n", screen(5)).replace('\t', ',');
        assertEquals(
                table,
                run(file("two-doses.csv", commas), "--response", "inhibition").out());
        Path zipped = folder.resolve("screen.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(("# my screen\n\n" + commas.replace(',', ';')).getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(table, run(zipped, "--response", "inhibition").out());
    }

    @Test
    void theTwoWaysRoundOfAPairAreOneBlock() throws IOException {
        List<String> rows = screen(5);
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String[] c = rows.get(i).split("\t");
            mixed.add(i % 2 == 0 ? rows.get(i) : String.join("\t", c[2], c[3], c[0], c[1], c[4], c[5], c[6]));
        }
        assertEquals(
                run(write(rows), "--response", "inhibition").out(),
                run(write(mixed), "--response", "inhibition").out());
    }

    @Test
    void rowsOfOneDrugAloneServeEveryPairOfIt() throws IOException {
        List<String> rows = change(screen(5), cells -> {
            if (cells[1].equals("0.0") && !cells[3].equals("0.0")) {
                cells[0] = "";
                cells[1] = "";
            } else if (cells[3].equals("0.0")) {
                cells[2] = "";
            }
            return cells;
        });
        String alone = run(write(rows), "--response", "inhibition").out();
        assertEquals(run(write(screen(5)), "--response", "inhibition").out(), alone);
    }

    @Test
    void writesTheFileWholeAndTheSummaryBeside() throws IOException {
        Path out = folder.resolve("scores.tsv");
        Run run = run(write(screen(5)), "--response", "inhibition", "--out", out.toString());
        assertEquals(0, run.exit(), run.err());
        assertEquals(run(write(screen(5)), "--response", "inhibition").out(), Files.readString(out));
        assertTrue(run.out().contains("written: " + out), run.out());
        assertEquals(
                2,
                run(write(screen(5)), "--response", "inhibition", "--out", "nowhere/x.tsv")
                        .exit());
        Path cells = folder.resolve("cells.tsv");
        String[] half = {"--response", "inhibition", "--cells", cells.toString(), "--out", "nowhere/x.tsv"};
        refused(write(screen(5)), "nowhere/x.tsv: its folder does not exist", half);
        assertFalse(Files.exists(cells), "half of the output");
        Path input = write(screen(5));
        refused(input, "is the screen itself", "--response", "inhibition", "--out", input.toString());
        assertEquals(76, Files.readAllLines(input).size());
        refused(
                input,
                "--out and --cells name the same file",
                "--response",
                "inhibition",
                "--cells",
                cells.toString(),
                "--out",
                cells.toString());
        Path untouched = folder.resolve("untouched.tsv");
        Run refused = run(write(screen(5)), "--response", "viability", "--out", untouched.toString());
        assertEquals(2, refused.exit());
        assertFalse(Files.exists(untouched));
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    void theCellsAverageToTheScore() throws IOException {
        Path cells = folder.resolve("cells.tsv");
        Run run = run(write(screen(5)), "--response", "inhibition", "--cells", cells.toString());
        List<String> lines = Files.readAllLines(cells);
        assertEquals("drug_a\tdrug_b\tline\tmodel\tdose_a_um\tdose_b_um\tobserved\texpected\texcess", lines.get(0));
        assertEquals(1 + 4 * 16, lines.size());
        for (String model : List.of("hsa", "bliss", "loewe", "zip")) {
            double mean = lines.stream()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .filter(row -> row[3].equals(model))
                    .mapToDouble(row -> Double.parseDouble(row[8]))
                    .average()
                    .orElseThrow();
            assertEquals(number(run.out().lines().toList(), model), mean, 0.011, model);
        }
    }

    @Test
    void replicatesThatAreCopiesAreToldOf() throws IOException {
        List<String> copied = change(screen(5), cells -> {
            if (cells[3].equals("0.0")) {
                cells[6] = Double.toString(SECOND.effect(0) + FIRST.effect(Double.parseDouble(cells[1])));
            }
            return cells;
        });
        List<String> lines =
                run(write(copied), "--response", "inhibition").out().lines().toList();
        assertTrue(cell(lines, "caveats").contains("4 cells whose replicates agree exactly"), lines.get(1));
    }

    @Test
    void whatIsMissingIsLeftOutAndToldOf() throws IOException {
        List<String> rows = new ArrayList<>(screen(5));
        rows.replaceAll(row -> row.contains("\t0.4\terastin\t0.4\t") ? row.replaceAll("\t[^\t]*$", "\tNA") : row);
        rows.add(rows.get(0));
        Run run = run(write(rows), "--response", "inhibition");
        assertEquals("15", cell(run.out().lines().toList(), "cells"));
        assertTrue(run.err().contains("left out: 3 rows without a response, 1 rows that repeat another"), run.err());
        List<String> single =
                screen(5).stream().filter(row -> row.contains("HT-1080\t1\t")).toList();
        List<String> lines =
                run(write(single), "--response", "inhibition").out().lines().toList();
        assertEquals("", cell(lines, "bliss_low"));
        assertTrue(cell(lines, "caveats").contains("no replicates: no intervals"), lines.get(1));
    }

    @Test
    void aSmallMatrixHasHsaAndBlissOnly() throws IOException {
        List<String> rows = screen(5).stream()
                .filter(row -> row.matches("ruxolitinib\t(0.0|0.4)\terastin\t(0.0|1.6)\t.*"))
                .toList();
        List<String> lines =
                run(write(rows), "--response", "inhibition").out().lines().toList();
        assertFalse(cell(lines, "hsa").isEmpty());
        assertFalse(cell(lines, "bliss").isEmpty());
        assertEquals("", cell(lines, "loewe"));
        assertEquals("", cell(lines, "zip"));
        assertEquals("", cell(lines, "emax_a"));
        assertTrue(cell(lines, "caveats").contains("fewer than 3 doses above 0"), lines.get(1));
        assertTrue(cell(lines, "caveats").contains("loewe has no answer for 1 of 1 cells"), lines.get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    1 | 7 | NaN | line 2, column 7 (response): 'NaN' is not finite; write NA where nothing was measured
                    1 | 7 | -inf | 'inf' is not finite
                    1 | 7 | nan | 'nan' is not finite; write NA
                    4 | 7 | 12,5 | line 5, column 7 (response): '12,5' is not a number; write a decimal
                    9 | 7 | 350 | line 10, column 7 (response): 350 is no percent inhibition of an untreated control
                    3 | 2 | -1 | line 4, column 2 (dose_a): -1 is negative; doses are 0 or more, not logarithms
                    3 | 4 | 10 nM | line 4, column 4 (dose_b): '10 nM' is not a number
                    3 | 4 | NA | line 4, column 4 (dose_b): no dose; write 0 where the drug was left out
                    2 | 6 | 1 | line 3: replicate 1 of the same doses has the response
                    5 | 1 | Ruxolitinib | line 6: 'Ruxolitinib' here and 'ruxolitinib' in line 2 differ in case only
                    6 | 5 | `` | line 7, column 5 (line): no cell line named
                    7 | 6 | `` | line 8, column replicate: empty; number the wells
                    """)
    void aBadCellIsNamedWithItsPlace(int row, int column, String value, String message) throws IOException {
        List<String> rows = new ArrayList<>(screen(5));
        String[] cells = rows.get(row - 1).split("\t");
        cells[column - 1] = value;
        rows.set(row - 1, String.join("\t", cells));
        refused(write(rows), message.replace("'inf'", "'-inf'"), "--response", "inhibition");
    }

    @Test
    void badFilesAreNamed() throws IOException {
        String[] inhibition = {"--response", "inhibition"};
        refused(file("empty.tsv", ""), "empty.tsv: is empty; expected a header line drug_a, dose_a", inhibition);
        refused(file("head.tsv", HEADER + "\n"), "head.tsv: has a header line only", inhibition);
        refused(folder.resolve("none.tsv"), "none.tsv: no such file", inhibition);
        refused(file("x.xlsx", "PK\u0003\u0004"), "is a spreadsheet or zip file; save the table as TSV", inhibition);
        refused(
                file("h.tsv", HEADER + "\tplate\n"),
                "line 1, column 8 (plate): unknown column; expected drug_a",
                inhibition);
        refused(
                file("h.tsv", HEADER.replace("\tline", "") + "\n"),
                "h.tsv line 1: has no column line; expected drug_a",
                inhibition);
        refused(
                file("h.tsv", HEADER + "\tcell_line\n"),
                "column 8 (cell_line): says the same as column 5 (line); keep one",
                inhibition);
        refused(
                file(
                        "h.tsv",
                        HEADER.replace("response", "viability") + "\n"
                                + screen(5).get(0)),
                "the header calls the response viability, --response says inhibition",
                inhibition);
        refused(file("h.tsv", HEADER + "\nx\t1\n"), "h.tsv line 2: 2 cells where the header names 7", inhibition);
        refused(file("q.tsv", HEADER + "\n\"x\t1\t"), "its quotes do not match", inhibition);
        refused(write(screen(5)), "'percent' is not a response; use inhibition or viability", "--response", "percent");
        refused(write(screen(5)), "'mg' is not a unit; use uM or nM", "--response", "inhibition", "--unit", "mg");
    }

    @Test
    void unitsThatDisagreeAreRefused() throws IOException {
        List<String> rows = new ArrayList<>(screen(5));
        rows.replaceAll(row -> row + "\tuM");
        Path mixed =
                file("m.tsv", HEADER + "\tunit\n" + String.join("\n", rows).replaceFirst("uM\n(.*)uM\n", "uM\n$1nM\n"));
        refused(
                mixed,
                "line 3, column 8 (unit): nM here and uM in line 2; one unit a file",
                "--response",
                "inhibition");
        Path micro = file("u.tsv", HEADER + "\tunit\n" + String.join("\n", rows));
        refused(micro, "column 8 (unit): uM, --unit says nM", "--response", "inhibition", "--unit", "nM");
        assertEquals(
                run(write(screen(5)), "--response", "inhibition").out(),
                run(micro, "--response", "inhibition").out());
    }

    @Test
    void theWrongDeclarationIsRefused() throws IOException {
        refused(
                write(screen(5)),
                "the untreated control of erastin + ruxolitinib in HT-1080 reads",
                "--response",
                "viability");
        List<String> uncontrolled = screen(5).stream()
                .filter(row -> !row.contains("\t0.0\terastin\t0.0\t"))
                .toList();
        refused(write(uncontrolled), "inhibition by single drugs falls by", "--response", "viability");
        List<String> fractions = change(screen(5), cells -> {
            cells[6] = new java.math.BigDecimal(cells[6]).movePointLeft(2).toString();
            return cells;
        });
        refused(write(fractions), "looks like fractions; write percent", "--response", "inhibition");
    }

    @Test
    void aPairWithoutItsDrugsAloneIsRefused() throws IOException {
        List<String> noAlone = screen(5).stream()
                .filter(row -> !row.matches("ruxolitinib\t0.0\terastin\t(0.1|0.4|1.6|6.4)\t.*"))
                .toList();
        refused(
                write(noAlone),
                "line 2: erastin + ruxolitinib in HT-1080: a dose-response matrix needs each drug alone and both"
                        + " together: no well of erastin alone",
                "--response",
                "inhibition");
        refused(
                write(List.of("a\t1\tb\t1\tL\t1\t55")),
                "a + b in L has one row only; a matrix has each drug alone and both together",
                "--response",
                "inhibition");
        refused(write(List.of("a\t1\t\t\tL\t1\t55")), "no row names two drugs", "--response", "inhibition");
    }

    private void refused(Path file, String message, String... options) {
        Run run = run(file, options);
        assertEquals(2, run.exit(), run.out());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("fenton import-screen: ") && run.err().contains(message), run.err());
    }

    private static List<String> change(List<String> rows, UnaryOperator<String[]> change) {
        return rows.stream()
                .map(row -> String.join("\t", change.apply(row.split("\t"))))
                .toList();
    }

    private static String cell(List<String> lines, String column) {
        int at = Arrays.asList(lines.get(0).split("\t", -1)).indexOf(column);
        return lines.get(1).split("\t", -1)[at];
    }

    private static double number(List<String> lines, String column) {
        return Double.parseDouble(cell(lines, column));
    }

    private Path write(List<String> rows) throws IOException {
        return file("screen.tsv", HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Run run(Path file, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine cli = new CommandLine(new ImportScreenCommand());
        cli.setOut(new PrintWriter(out));
        cli.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(options));
        all.add(file.toString());
        int exit = cli.execute(all.toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }
}
