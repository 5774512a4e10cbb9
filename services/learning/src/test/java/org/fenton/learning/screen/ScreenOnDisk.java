package org.fenton.learning.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.fenton.core.synergy.Bliss;
import org.fenton.core.synergy.HillCurve;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A made-up screen as a file, and the command run on it in this process. */
abstract class ScreenOnDisk {
    static final String HEADER = "drug_a\tdose_a\tdrug_b\tdose_b\tline\treplicate\tresponse";
    static final double[] DOSES = {0, 0.1, 0.4, 1.6, 6.4};
    static final HillCurve FIRST = new HillCurve(0, 90, 0.7, 1.2);
    static final HillCurve SECOND = new HillCurve(0, 60, 1.5, 1);

    @TempDir
    Path folder;

    record Run(int exit, String out, String err) {}

    /** A made-up pair, independent but for the synergy given, three wells a cell. */
    static List<String> screen(double synergy) {
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

    void refused(Path file, String message, String... options) {
        Run run = run(file, options);
        assertEquals(2, run.exit(), run.out());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("fenton import-screen: ") && run.err().contains(message), run.err());
    }

    static List<String> change(List<String> rows, UnaryOperator<String[]> change) {
        return rows.stream()
                .map(row -> String.join("\t", change.apply(row.split("\t"))))
                .toList();
    }

    static String cell(List<String> lines, String column) {
        int at = Arrays.asList(lines.get(0).split("\t", -1)).indexOf(column);
        return lines.get(1).split("\t", -1)[at];
    }

    static double number(List<String> lines, String column) {
        return Double.parseDouble(cell(lines, column));
    }

    Path write(List<String> rows) throws IOException {
        return file("screen.tsv", HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    static Run run(Path file, String... options) {
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
