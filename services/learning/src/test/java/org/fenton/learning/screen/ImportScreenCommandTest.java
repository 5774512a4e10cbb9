package org.fenton.learning.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ImportScreenCommandTest extends ScreenOnDisk {
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
}
