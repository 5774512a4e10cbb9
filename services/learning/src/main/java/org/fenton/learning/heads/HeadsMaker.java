package org.fenton.learning.heads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fenton.learning.bundle.BundleDocument;
import org.fenton.learning.bundle.BundleFiles;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.data.LineProfiles;
import org.fenton.learning.data.Screen;
import org.fenton.learning.files.Json;
import org.fenton.learning.files.Vocabulary;
import org.fenton.learning.interaction.GraphSlice;
import org.fenton.learning.interaction.HeadFile;
import org.fenton.learning.interaction.HeadTrainer;
import org.fenton.learning.interaction.InteractionHead;
import org.fenton.learning.interaction.Plan;
import org.fenton.learning.interaction.TraitSources;
import org.fenton.learning.names.DrugNames;
import org.fenton.learning.names.DrugNamesMaker;
import org.fenton.learning.names.LineNamesMaker;
import org.fenton.learning.plot.ReliabilityPlot;
import org.fenton.learning.reference.ReferencePanel;

/** Learns the heads and gathers the files of their bundle. Same data and seed, same bytes. */
public final class HeadsMaker {
    private static final String LIBRARY = "Tribuo " + org.tribuo.Tribuo.VERSION;

    private final DataFiles data;
    private final long seed;
    private final Consumer<String> progress;

    public HeadsMaker(DataFiles data, long seed, Consumer<String> progress) {
        this.data = data;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * @param name of the bundle
     * @param drugs names and descriptions of every drug that may be asked about
     * @param graph the release's signed graph, kept in each head
     * @throws IllegalArgumentException when a data file lacks or cannot be read
     */
    public BundleFiles make(String name, List<HeadKind> kinds, DrugNames drugs, GraphSlice graph) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        SortedMap<String, HeadsDocument.Head> heads = new TreeMap<>();
        TraitSources sources = TraitSources.read(data, graph);
        EnumSet<Input> inputs = EnumSet.copyOf(TraitSources.INPUTS);
        inputs.addAll(DrugNamesMaker.INPUTS);
        inputs.addAll(LineNamesMaker.INPUTS);
        inputs.addAll(ReferencePanel.INPUTS);
        Set<String> panel = ReferencePanel.read(data).lineActivities().keySet();
        for (HeadKind kind : kinds) {
            progress.accept("head " + kind.key());
            Screen screen = kind.read(data);
            inputs.addAll(kind.source().inputs());
            Plan plan = screen.singleAgent(0) ? Plan.ofSingleAgents() : Plan.ofHeads();
            HeadTrainer.Learned learned = new HeadTrainer(plan, seed, progress).learnForAll(screen, sources.of(screen));
            files.put(HeadsBundle.path(kind.key()), HeadFile.bytes(learned.head()));
            files.put(HeadsBundle.evaluation(kind.key()), Json.pretty(learned.evaluation()));
            files.put(
                    HeadsBundle.reliability(kind.key()),
                    ReliabilityPlot.svg(
                                    kind.key(),
                                    learned.evaluation().reliability().stream()
                                            .map(b -> new ReliabilityPlot.Bin(b.rows(), b.predicted(), b.observed()))
                                            .toList())
                            .getBytes(StandardCharsets.UTF_8));
            heads.put(kind.key(), described(kind, screen, learned.head(), panel));
        }
        files.put(HeadsBundle.DRUGS, drugs.toTsv().getBytes(StandardCharsets.UTF_8));
        files.put(
                HeadsBundle.LINES,
                LineNamesMaker.read(data, LineProfiles.read(data)).toTsv().getBytes(StandardCharsets.UTF_8));
        HeadsDocument document = new HeadsDocument(
                HeadsDocument.FORMAT,
                name,
                seed,
                LIBRARY,
                heads,
                Json.read(
                        Vocabulary.text("heads-notes.json").getBytes(StandardCharsets.UTF_8),
                        BundleDocument.Notes.class),
                new TreeMap<>(data.hashes(inputs)),
                new TreeMap<>());
        return BundleFiles.of(files, hashes -> Json.pretty(document.withFiles(hashes)));
    }

    private static HeadsDocument.Head described(HeadKind kind, Screen screen, InteractionHead head, Set<String> panel) {
        int[] rows = IntStream.range(0, screen.size())
                .filter(row -> !screen.lent(row))
                .toArray();
        int[] expressed = Arrays.stream(rows)
                .filter(row -> {
                    Screen.Line line = screen.lines().get(screen.line(row));
                    return panel.contains(line.depMapId().orElse(line.key()));
                })
                .toArray();
        return new HeadsDocument.Head(
                kind.definition(),
                kind.unit(),
                screen.name(),
                rows.length,
                screen.size() - rows.length,
                (int) Arrays.stream(rows).filter(screen::positive).count(),
                (int) Arrays.stream(rows)
                        .flatMap(row -> IntStream.of(screen.drugA(row), screen.drugB(row)))
                        .filter(drug -> drug != Screen.NO_DRUG)
                        .distinct()
                        .count(),
                (int) Arrays.stream(rows).mapToLong(screen::pair).distinct().count(),
                lines(screen, rows),
                new HeadsDocument.Expressed(lines(screen, expressed), expressed.length),
                head.notes());
    }

    private static int lines(Screen screen, int[] rows) {
        return (int) Arrays.stream(rows).map(screen::line).distinct().count();
    }
}
