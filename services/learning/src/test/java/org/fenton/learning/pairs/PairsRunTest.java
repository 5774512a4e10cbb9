package org.fenton.learning.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.ScreenFixture;
import org.fenton.learning.data.SingleAgentCurves;
import org.fenton.learning.interaction.GraphSlice;
import org.fenton.learning.interaction.HeadTrainer;
import org.fenton.learning.interaction.MechanismEffects;
import org.fenton.learning.interaction.Plan;
import org.fenton.learning.interaction.ScreenTraits;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.kernel.LineTraits;
import org.fenton.learning.names.DrugNames;
import org.fenton.learning.names.KnownDrug;
import org.fenton.learning.names.KnownLine;
import org.fenton.learning.names.LineNames;
import org.fenton.learning.structure.Structure;
import org.fenton.learning.structure.StructureReader;
import org.junit.jupiter.api.Test;

/** Two heads that were learned from an invented screen. */
class PairsRunTest {
    private static final StructureReader STRUCTURES = new StructureReader();
    private static final List<String> LEVELS = List.of("PROGENy_MAPK", "PROGENy_p53");
    private static final double[] NO_LEVELS = {Double.NaN, Double.NaN};
    private static final Screen SCREEN = ScreenFixture.pairs();
    private static final PairHeads HEADS = new PairHeads(head(1), Optional.of(head(2)));
    private static final DrugNames DRUGS = drugNames();
    private static final LineNames LINES = lineNames();
    private static final List<String> WORDS =
            List.of("drug 0", "Drug 5", "drug11", "newcomer", "CCCCC(=O)N", "CCN(CC)C(=O)C", "Drug 7 hydrochloride");

    private static HeadAnswers head(long seed) {
        ScreenTraits traits = new ScreenTraits(
                IntStream.range(0, SCREEN.drugs().size())
                        .mapToObj(PairsRunTest::traits)
                        .toList(),
                IntStream.range(0, SCREEN.lines().size())
                        .mapToObj(l -> new LineTraits(SCREEN.lines().get(l).tissue(), levels(l)))
                        .toList(),
                LEVELS,
                SingleAgentCurves.none(),
                new MechanismEffects(GraphSlice.none(), LEVELS));
        return new HeadAnswers(new HeadTrainer(Plan.small(), seed, p -> {})
                .learnForAll(SCREEN, traits)
                .head());
    }

    private static DrugTraits traits(int drug) {
        return new DrugTraits(
                Optional.of(STRUCTURES.read("C".repeat(drug + 1) + "(=O)N")),
                Optional.of(Set.of("GENE" + drug % 3)),
                Optional.empty());
    }

    private static double[] levels(int line) {
        return new double[] {line % 3 - 1, line % 2};
    }

    private static DrugNames drugNames() {
        List<KnownDrug> drugs = new ArrayList<>();
        for (int d = 0; d < SCREEN.drugs().size(); d++) {
            Screen.Drug drug = SCREEN.drugs().get(d);
            Structure structure = traits(d).structure().orElseThrow();
            drugs.add(new KnownDrug(
                    drug.key(),
                    drug.name(),
                    List.of(drug.name()),
                    List.of(),
                    List.of(),
                    Optional.of(DrugNames.skeletonHash(structure)),
                    traits(d)));
        }
        drugs.add(named("newcomer", new DrugTraits(Optional.empty(), Optional.of(Set.of("GENE1")), Optional.empty())));
        drugs.add(named("blank", DrugTraits.unknown()));
        return DrugNames.fromTsv(new DrugNames(drugs).toTsv());
    }

    private static KnownDrug named(String name, DrugTraits traits) {
        return new KnownDrug(name, name, List.of(name), List.of(), List.of(), Optional.empty(), traits);
    }

    private static LineNames lineNames() {
        List<KnownLine> lines = new ArrayList<>();
        for (int l = 0; l < SCREEN.lines().size(); l++) {
            Screen.Line line = SCREEN.lines().get(l);
            lines.add(new KnownLine(
                    line.key(),
                    List.of(line.name()),
                    new LineTraits(line.tissue(), l == 9 ? NO_LEVELS.clone() : levels(l))));
        }
        lines.add(new KnownLine(
                "OTHER", List.of("other"), new LineTraits(Optional.of("Skin"), new double[] {0.5, Double.NaN})));
        lines.add(new KnownLine("EMPTY", List.of("empty"), new LineTraits(Optional.of("Skin"), NO_LEVELS.clone())));
        return new LineNames(LEVELS, lines);
    }

    private record Result(List<String[]> rows, List<String> summary, String text) {}

    private static Result run(String... rows) {
        try {
            String text = "drug_a\tdrug_b\tcell_line\n"
                    + String.join("\n", rows).replace(" + ", "\t").replace(" in ", "\t");
            StringWriter written = new StringWriter();
            ProfiledLine own = new ProfiledLine(
                    "my tumour", new LineTraits(Optional.empty(), new double[] {1, Double.NaN}), "from its profile");
            PairsRun run = new PairsRun(HEADS, DRUGS, new AskedLines(LINES, List.of(own)));
            BufferedWriter out = new BufferedWriter(written);
            run.run(new PairsReader("p.tsv", new BufferedReader(new StringReader(text))), out, done -> {});
            out.flush();
            List<String[]> cells = written.toString()
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
            return new Result(cells, run.summary(), written.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String numbers(String[] row) {
        return String.join(" ", Arrays.copyOfRange(row, 3, 9));
    }

    @Property(tries = 60)
    void theOrderOfTheDrugsChangesNoNumber(
            @ForAll @IntRange(max = 6) int a, @ForAll @IntRange(max = 6) int b, @ForAll @IntRange(max = 9) int line) {
        Result result = run(
                WORDS.get(a) + " + " + WORDS.get(b) + " in line " + line,
                WORDS.get(b) + " + " + WORDS.get(a) + " in line " + line);
        assertEquals(numbers(result.rows().get(0)), numbers(result.rows().get(1)));
        assertEquals(result.rows().get(0)[9], result.rows().get(1)[9]);
        if (a != b) {
            assertFalse(result.rows().get(0)[4].isEmpty(), result.text());
        }
    }

    @Test
    void aPairOfTrainingIsAnsweredWithAllItsNumbers() {
        String[] row = run("DRUG-1 + drug 2 in Line-3").rows().get(0);
        assertEquals(11, row.length);
        assertEquals(List.of("DRUG-1", "drug 2", "Line-3"), List.of(row).subList(0, 3));
        for (int column = 3; column < 6; column++) {
            assertTrue(row[column].matches("-?\\d+\\.\\d{6}"), row[column]);
        }
        assertEquals(List.of("", ""), List.of(row[6], row[7]), "the screen has too few pairs for an interval");
        assertEquals("0.000000", row[8]);
        assertEquals("false", row[9]);
        assertEquals("", row[10]);
    }

    @Test
    void whatCannotBeComputedHasAReasonAndNoNumber() {
        Result result = run(
                "drgu 1x + drug 2 in line 3",
                "blank + drug 2 in line 3",
                "drug 2 + DRUG2 in line 3",
                "drug 1 + drug 2 in nowhere",
                "drug 1 + drug 2 in empty",
                "unheard-of + drug 2 in line33");
        List<String> reasons = result.rows().stream().map(r -> r[10]).toList();
        assertTrue(reasons.get(0).startsWith("unknown drug 'drgu 1x' (did you mean "), reasons.get(0));
        assertEquals(
                List.of(
                        "nothing is known of blank that a model could go by: no structure, target or mechanism",
                        "the same drug twice: Drug 2",
                        "unknown line 'nowhere'",
                        "line empty has no features and was not in training"),
                reasons.subList(1, 5));
        assertTrue(
                reasons.get(5)
                        .matches("unknown drug 'unheard-of'.*; unknown line 'line33' \\(did you mean LINE3 or .*"),
                reasons.get(5));
        result.rows().forEach(row -> {
            assertEquals("     ", numbers(row));
            assertEquals("true", row[9]);
        });
        assertEquals(
                List.of(
                        "6 rows, 6 abstained",
                        "  2 unknown drug",
                        "  1 drug without structure, targets and mechanism",
                        "  1 the same drug twice",
                        "  1 unknown line",
                        "  1 line without features"),
                result.summary());
    }

    @Test
    void whatWasNotInTrainingIsPredictedAndSaysSo() {
        List<String[]> rows = run(
                        "newcomer + drug 2 in line 3",
                        "CCN(CC)C(=O)C + drug 2 in other",
                        "drug 1 + drug 2 in my tumour")
                .rows();
        assertTrue(
                rows.get(0)[10].contains("newcomer was not in training: predicted from its targets"), rows.get(0)[10]);
        assertTrue(
                rows.get(1)[10].contains("'CCN(CC)C(=O)C' was not in training: predicted from its structure"),
                rows.get(1)[10]);
        assertTrue(
                rows.get(1)[10].contains("line other was not in training: predicted from its levels and tissue"),
                rows.get(1)[10]);
        assertTrue(
                rows.get(2)[10].contains(
                        "from its profile; line my tumour was not in training: predicted from its levels"),
                rows.get(2)[10]);
        for (String[] row : rows) {
            assertFalse(row[4].isEmpty());
            assertTrue(Double.parseDouble(row[8]) > 0);
            assertEquals(row[10].contains("too far from the training data"), row[9].equals("true"));
        }
    }

    @Test
    void aLineOfTrainingWithoutLevelsGoesByItsOwnRows() {
        String[] row = run("drug 1 + drug 2 in line 9").rows().get(0);
        assertEquals("line line 9 has no measured levels: predicted from its own rows in training", row[10]);
        assertFalse(row[4].isEmpty());
    }

    @Test
    void rowsKeepTheirOrderAndTheirBytes() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 100_500; i++) {
            rows.add("drug " + i % 12 + " + drug " + i % 11 + " in line " + i % 10);
        }
        Result first = run(rows.toArray(String[]::new));
        assertEquals(100_500, first.rows().size());
        for (int i = 0; i < 100_500; i++) {
            assertEquals("drug " + i % 12, first.rows().get(i)[0]);
            assertEquals("line " + i % 10, first.rows().get(i)[2]);
        }
        assertEquals(first.text(), run(rows.toArray(String[]::new)).text());
    }
}
