package org.fenton.learning.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not what it is declared to be is refused with its place, and nothing is written. */
class RefusedScreenTest extends ScreenOnDisk {
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
}
