package org.fenton.learning.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.files.Table;
import org.fenton.learning.structure.StructureReader;

/**
 * Reads the ZIP scores of the O'Neil and DrugCombDB tables into one set of rows.
 *
 * <p>Both tables use the ZIP reference model; no other score is pooled with them. DrugCombDB repeats O'Neil's wells: equal values
 * (to 1e-4) of one pair in one line are one measurement, distinct ones are averaged. Names are merged into one drug
 * by normalised name, by DrugBank id and by structure without salts. Scores beyond ±100, which ZIP cannot mean, are clipped.
 */
public final class ZipScreens {
    private static final double LARGEST_SCORE = 100;
    private static final double SAME_WELL = 1e4;

    private final LineDirectory lines;
    private final List<Measurement> measurements = new ArrayList<>();
    private final DrugIdentities identities = new DrugIdentities();
    private final Map<String, String> lineNames = new TreeMap<>();

    private record Measurement(String drugA, String drugB, String line, double zip) {}

    private ZipScreens(LineDirectory lines) {
        this.lines = lines;
    }

    /**
     * @param panelPathways standardised activities by DepMap id; a line without an entry has no pathway features
     */
    public static TrainingData read(
            DataFiles files, StructureReader structures, Map<String, Map<String, Double>> panelPathways)
            throws IOException {
        ZipScreens screens = new ZipScreens(LineDirectory.read(files));
        Table.tsv(files.path(Input.ONEIL_SCORES))
                .forEach(r -> screens.add(
                        r.text("drug_a"),
                        r.text("drug_b"),
                        screens.line("ONeil", r.text("cell_line")),
                        r.number("zip")));
        Table.tsv(files.path(Input.DRUGCOMBDB_SCORES)).forEach(r -> {
            screens.identities.sameDrug(r.text("Drug1"), r.text("drug1_db"));
            screens.identities.sameDrug(r.text("Drug2"), r.text("drug2_db"));
            screens.add(r.text("Drug1"), r.text("Drug2"), screens.line("DrugCombDB", r.text("cell")), r.number("zip"));
        });
        return screens.collect(DrugDirectory.read(files, structures), panelPathways);
    }

    private String line(String screen, String name) {
        String key = lines.key(screen, name);
        lineNames.putIfAbsent(key, name);
        return key;
    }

    private void add(String drugA, String drugB, String line, double zip) {
        double clipped = Math.max(-LARGEST_SCORE, Math.min(LARGEST_SCORE, zip));
        measurements.add(new Measurement(identities.add(drugA), identities.add(drugB), line, clipped));
    }

    private TrainingData collect(DrugDirectory directory, Map<String, Map<String, Double>> panelPathways) {
        identities.mergeByStructure(directory);
        SortedSet<String> names = new TreeSet<>();
        measurements.forEach(m -> names.addAll(List.of(identities.of(m.drugA()), identities.of(m.drugB()))));
        List<String> drugs = List.copyOf(names);
        List<String> lineKeys = List.copyOf(lineNames.keySet());
        Map<String, Integer> drugIndex = index(drugs);
        Map<String, Integer> lineIndex = index(lineKeys);
        Map<List<Integer>, Set<Long>> wells = new HashMap<>();
        for (Measurement m : measurements) {
            int a = drugIndex.get(identities.of(m.drugA()));
            int b = drugIndex.get(identities.of(m.drugB()));
            if (a != b) {
                wells.computeIfAbsent(
                                List.of(Math.min(a, b), Math.max(a, b), lineIndex.get(m.line())), k -> new HashSet<>())
                        .add(Math.round(m.zip() * SAME_WELL));
            }
        }
        return new TrainingData(
                drugs.stream()
                        .map(d -> new TrainingData.Drug(d, identities.describe(d, directory)))
                        .toList(),
                lineKeys.stream()
                        .map(k -> new TrainingData.Line(k, lines.state(k, lineNames.get(k), panelPathways)))
                        .toList(),
                rows(wells));
    }

    private static List<TrainingData.Row> rows(Map<List<Integer>, Set<Long>> wells) {
        return wells.entrySet().stream()
                .map(e -> new TrainingData.Row(
                        e.getKey().get(0), e.getKey().get(1), e.getKey().get(2), mean(e.getValue())))
                .sorted(java.util.Comparator.comparingLong(TrainingData.Row::pair)
                        .thenComparingInt(TrainingData.Row::line))
                .toList();
    }

    private static double mean(Set<Long> values) {
        // Whole numbers add up to the same sum in any order.
        return values.stream().mapToLong(Long::longValue).sum() / SAME_WELL / values.size();
    }

    private static Map<String, Integer> index(List<String> names) {
        Map<String, Integer> index = new HashMap<>();
        names.forEach(name -> index.put(name, index.size()));
        return index;
    }
}
