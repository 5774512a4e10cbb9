package org.fenton.learning.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fenton.learning.bundle.BundleDocument;
import org.fenton.learning.bundle.BundleFiles;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.ScreenFixture;
import org.fenton.learning.data.SingleAgentCurves;
import org.fenton.learning.files.Json;
import org.fenton.learning.heads.HeadsDocument;
import org.fenton.learning.interaction.GraphSlice;
import org.fenton.learning.interaction.HeadFile;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command with a real bundle of one head, learned from an invented screen. */
class PredictCommandTest {
    private static final Path PANEL = Path.of("../../bundles/zip-1");
    private static final List<String> LEVELS = List.of("PROGENy_MAPK", "PROGENy_JAK-STAT", "PROGENy_p53");

    @TempDir
    static Path bundle;

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void makeBundle() throws IOException {
        Screen screen = ScreenFixture.pairs();
        List<DrugTraits> drugs = screen.drugs().stream()
                .map(d -> new DrugTraits(
                        Optional.empty(), Optional.of(Set.of("GENE" + d.key().length())), Optional.empty()))
                .toList();
        List<LineTraits> lines = IntStream.range(0, screen.lines().size())
                .mapToObj(l ->
                        new LineTraits(screen.lines().get(l).tissue(), new double[] {l % 3 - 1, Double.NaN, l % 2}))
                .toList();
        SortedMap<String, byte[]> files = new TreeMap<>();
        HeadTrainer.Learned learned = new HeadTrainer(Plan.small(), 1, p -> {})
                .learnForAll(
                        screen,
                        new ScreenTraits(
                                drugs,
                                lines,
                                LEVELS,
                                SingleAgentCurves.none(),
                                new MechanismEffects(GraphSlice.none(), LEVELS)));
        files.put("heads/synergy.bin", HeadFile.bytes(learned.head()));
        files.put("evaluation/synergy.json", Json.pretty(learned.evaluation()));
        files.put("names/drugs.tsv", bytes(new DrugNames(knownDrugs(screen, drugs)).toTsv()));
        files.put(
                "names/lines.tsv",
                bytes(new LineNames(
                                LEVELS,
                                IntStream.range(0, lines.size())
                                        .mapToObj(l -> new KnownLine(
                                                screen.lines().get(l).key(),
                                                List.of(screen.lines().get(l).name()),
                                                lines.get(l)))
                                        .toList())
                        .toTsv()));
        HeadsDocument.Head head = new HeadsDocument.Head(
                "invented",
                "points",
                screen.name(),
                screen.size(),
                0,
                1,
                drugs.size(),
                1,
                lines.size(),
                new HeadsDocument.Expressed(0, 0),
                new TreeMap<>());
        BundleFiles.of(
                        files,
                        hashes -> Json.pretty(new HeadsDocument(
                                HeadsDocument.FORMAT,
                                "invented",
                                1,
                                "none",
                                new TreeMap<>(java.util.Map.of("synergy", head)),
                                new BundleDocument.Notes(List.of(), List.of(), List.of(), List.of()),
                                new TreeMap<>(),
                                hashes)))
                .write(bundle);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<KnownDrug> knownDrugs(Screen screen, List<DrugTraits> traits) {
        return IntStream.range(0, traits.size())
                .mapToObj(d -> new KnownDrug(
                        screen.drugs().get(d).key(),
                        screen.drugs().get(d).name(),
                        List.of(screen.drugs().get(d).name()),
                        List.of("CID:" + d),
                        List.of(),
                        Optional.empty(),
                        traits.get(d)))
                .toList();
    }

    private Path pairs;
    private Path out;

    @BeforeEach
    void files() {
        pairs = folder.resolve("pairs.tsv");
        out = folder.resolve("out.tsv");
    }

    private int predict(String text, String... more) throws IOException {
        Files.writeString(pairs, text);
        CommandLine cli = LearningCli.commandLine();
        cli.setErr(new PrintWriter(err, true));
        List<String> arguments = new java.util.ArrayList<>(List.of("predict", "--pairs", pairs.toString()));
        arguments.addAll(List.of("--out", out.toString()));
        if (List.of(more).stream().noneMatch(m -> m.startsWith("--bundle"))) {
            arguments.addAll(List.of("--bundle", bundle.toString()));
        }
        arguments.addAll(List.of(more));
        return cli.execute(arguments.toArray(String[]::new));
    }

    @Test
    void oneRowOutForEachRowInWithASummary() throws IOException {
        String text = "drug_a\tdrug_b\tcell_line\tnote\ndrug 1\tCID:2\tLINE-3\tx\ndrug 1\tnobody\tline 3\ty\n";
        assertEquals(0, predict(text), err.toString());
        List<String> lines = Files.readAllLines(out);
        assertEquals(
                "drug_a\tdrug_b\tcell_line\tp_benefit\tp_synergy\texpected_score\tlower\tupper\tdistance\tabstained\treason",
                lines.get(0));
        assertTrue(
                lines.get(1).matches("drug 1\tCID:2\tLINE-3\t\t0\\.\\d{6}\t-?\\d+\\.\\d{6}\t.*\tfalse\t"),
                lines.get(1));
        assertTrue(
                lines.get(2).startsWith("drug 1\tnobody\tline 3\t\t\t\t\t\t\ttrue\tunknown drug 'nobody'"),
                lines.get(2));
        assertEquals(3, lines.size());
        assertEquals(
                List.of(
                        "the bundle has no head benefit; p_benefit stays empty",
                        "ignored columns: note",
                        "2 rows, 1 abstained",
                        "  1 unknown drug"),
                err.toString().lines().toList());
        byte[] first = Files.readAllBytes(out);
        assertEquals(0, predict(text));
        assertEquals(new String(first, StandardCharsets.UTF_8), Files.readString(out));
    }

    @Test
    void aFaultLateInTheFileLeavesWhatWasThereAndNoDraft() throws IOException {
        Files.writeString(out, "before");
        assertEquals(2, predict("drug_a\tdrug_b\tcell_line\ndrug 1\tdrug 2\tline 3\ndrug 1\n"));
        assertTrue(
                err.toString()
                        .endsWith(
                                "fenton predict: " + pairs
                                        + ", line 3: has 1 cell, the header has 3; give one for each column, separated by tabs\n"),
                err.toString());
        assertEquals("before", Files.readString(out));
        try (var present = Files.list(folder)) {
            assertEquals(2, present.count());
        }
    }

    @Test
    void theInputIsNeverOverwritten() throws IOException {
        out = pairs;
        assertEquals(2, predict("drug_a\tdrug_b\tcell_line\n"));
        assertEquals("drug_a\tdrug_b\tcell_line\n", Files.readString(pairs));
        assertTrue(err.toString().contains("is read by this call"), err.toString());
    }

    @Test
    void aChangedBundleIsRefused(@TempDir Path copy) throws IOException {
        try (var files = Files.walk(bundle)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(bundle.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        byte[] head = Files.readAllBytes(copy.resolve("heads/synergy.bin"));
        head[head.length / 2] ^= 1;
        Files.write(copy.resolve("heads/synergy.bin"), head);
        assertEquals(2, predict("drug_a\tdrug_b\tcell_line\n", "--bundle=" + copy));
        assertTrue(err.toString().contains("heads/synergy.bin was changed"), err.toString());
        assertFalse(Files.exists(out));
    }

    @Test
    void aProfileStandsForALineTheBundleDoesNotKnow() throws IOException {
        StringBuilder table = new StringBuilder("gene\tmine\tline 3\n");
        List<String> genes = Files.readAllLines(PANEL.resolve("reference/genes.tsv"));
        for (int g = 1; g < genes.size(); g += 2) {
            table.append(genes.get(g).split("\t")[0])
                    .append('\t')
                    .append(g % 97 / 10.0)
                    .append('\t')
                    .append(g % 89 / 9.0)
                    .append('\n');
        }
        Path profiles = Files.writeString(folder.resolve("profiles.tsv"), table);
        String text = "drug_a\tdrug_b\tcell_line\ndrug 1\tdrug 2\tmine\n";
        assertEquals(
                0, predict(text, "--profiles", profiles.toString(), "--reference", PANEL.toString()), err.toString());
        String row = Files.readAllLines(out).get(1);
        assertTrue(
                row.contains("2 of 3 levels of mine inferred from its profile; line mine was not in training"),
                "JAK-STAT does not agree between panel and table, so it is missing: " + row);
        assertFalse(row.split("\t")[4].isEmpty());
        assertTrue(err.toString().contains("the bundle knows a line by the name line 3"), err.toString());
        assertEquals(
                2,
                predict(text, "--profiles", profiles.toString(), "--reference", PANEL.toString(), "--scale", "zscore"));
        assertTrue(err.toString().contains("is the scale log2?"), err.toString());
    }
}
