package org.fenton.core.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fenton.core.pathway.Scale;
import org.junit.jupiter.api.Test;

class ProgrammePanelTest {
    private static final Programmes SETS =
            ProgrammeScoringTest.programmes("set\tSet\tGENES\tPROMOTES\t-", "set\tA\t+\tE001\nset\tB\t-\tE002");
    private static final Programme SET = SETS.list().get(0);

    @Test
    void aLineScoresAsACaseDoes() throws IOException {
        Map<String, Double> line =
                Map.of("A", 1.2, "B", -0.4, "C", 0.3, "D", -1.1, "E", 0.9, "F", 0.2, "G", -0.5, "H", 0.1);
        double mean = line.values().stream().mapToDouble(v -> v).average().orElseThrow();
        double sd = Math.sqrt(line.values().stream()
                .mapToDouble(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
        ProgrammePanel panel = panel(
                25, "genes", i -> "8", "gene:A", i -> "" + (1.2 - mean) / sd, "gene:B", i -> "" + (-0.4 - mean) / sd);
        ProgrammeActivity own = ProgrammeScoringTest.score(SETS, line).get(0);
        double t = own.score().orElseThrow().value();
        assertEquals(0, percentile(panel, t - 1e-9));
        assertEquals(100, percentile(panel, t + 1e-9));
    }

    @Test
    void percentileCountsLinesBelowAndHalfOfThoseEqual() throws IOException {
        ProgrammePanel panel = panel(20, "genes", i -> "100", "gene:A", i -> "" + i, "gene:B", i -> "0");
        assertEquals(0, percentile(panel, -99));
        assertEquals(100, percentile(panel, 1e12));
        assertEquals(2.5, percentile(panel, 0), "the first line's score is 0");
    }

    @Test
    void linesWithoutHalfOfTheGenesDoNotCount() throws IOException {
        ProgrammePanel few = panel(25, "genes", i -> "100", "gene:A", i -> i < 19 ? "1" : "", "gene:B", i -> "");
        assertEquals(Optional.empty(), few.rank(SET, activity(0, List.of("B")), Scale.ZSCORE));
        ProgrammePanel enough = panel(25, "genes", i -> "100", "gene:A", i -> i < 21 ? "1" : "", "gene:B", i -> "");
        assertEquals(
                21,
                enough.rank(SET, activity(0, List.of("B")), Scale.ZSCORE)
                        .orElseThrow()
                        .lines());
    }

    @Test
    void aContrastHasNoPlaceAmongLevels() throws IOException {
        ProgrammePanel panel = panel(25, "genes", i -> "100", "gene:A", i -> "" + i, "gene:B", i -> "0");
        assertEquals(Optional.empty(), panel.rank(SET, activity(1, List.of()), Scale.CONTRAST));
    }

    @Test
    void aTableWithAShortRowOrWithoutTheRowOfCountsIsRefused() {
        var row = assertThrows(
                IllegalArgumentException.class, () -> ProgrammePanel.read(new StringReader("row\ta\tb\ngenes\t5\n")));
        assertTrue(row.getMessage().contains("panel row genes has 1 values for 2 lines"), row.getMessage());
        var none = assertThrows(
                IllegalArgumentException.class, () -> ProgrammePanel.read(new StringReader("row\ta\ngene:A\t5\n")));
        assertTrue(none.getMessage().contains("no row named genes"), none.getMessage());
    }

    private static double percentile(ProgrammePanel panel, double score) {
        return panel.rank(SET, activity(score, List.of()), Scale.ZSCORE)
                .orElseThrow()
                .percentile();
    }

    private static ProgrammeActivity activity(double score, List<String> missing) {
        return new ProgrammeActivity(
                "set",
                "X",
                Optional.of(new ProgrammeActivity.Score(score, 1, OptionalDouble.empty(), OptionalDouble.empty())),
                new ProgrammeActivity.Coverage(2 - missing.size(), 2, missing, ""));
    }

    private static ProgrammePanel panel(
            int lines,
            String first,
            IntFunction<String> firstCells,
            String second,
            IntFunction<String> secondCells,
            String third,
            IntFunction<String> thirdCells)
            throws IOException {
        String header = IntStream.range(0, lines)
                .mapToObj(i -> String.format(Locale.ROOT, "L%d", i))
                .collect(Collectors.joining("\t"));
        String text = "# a panel\nrow\t" + header + "\n" + row(first, lines, firstCells)
                + row(second, lines, secondCells) + row(third, lines, thirdCells);
        return ProgrammePanel.read(new StringReader(text));
    }

    private static String row(String name, int lines, IntFunction<String> cells) {
        return name + "\t" + IntStream.range(0, lines).mapToObj(cells).collect(Collectors.joining("\t")) + "\n";
    }
}
