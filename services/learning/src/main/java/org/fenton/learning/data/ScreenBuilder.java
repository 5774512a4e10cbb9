package org.fenton.learning.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the rows of a screen's files, then merges names and averages replicates.
 *
 * <p>Replicates of one unordered pair in one line become one row: the mean of their scores, the mean of their labels. A row stands in the published fold of
 * its first replicate in the file: DeepDDS put 147 replicates into two random folds. Two names that turn out to be one drug are no pair; such rows are
 * left out.
 */
final class ScreenBuilder {
    private final String name;
    private final LineDirectory lines;
    private final String lineSet;
    private final DrugIdentities identities = new DrugIdentities();
    private final Map<String, String> writtenDrug = new HashMap<>();
    private final Map<String, String> smiles = new HashMap<>();
    private final Map<String, String> inchiKeys = new HashMap<>();
    private final Map<String, String> writtenLine = new TreeMap<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private final Map<String, List<String>> foldValues = new TreeMap<>();

    private record Measurement(String drugA, @Nullable String drugB, String line, double label, double score) {}

    /** Row of the screen being laid out, with the places of its replicates in the file. */
    private record Cell(int drugA, int drugB, int line) {}

    /**
     * @param lineSet name of the screen in the list of line names
     */
    ScreenBuilder(String name, LineDirectory lines, String lineSet) {
        this.name = name;
        this.lines = lines;
        this.lineSet = lineSet;
    }

    void structure(String drug, String drugSmiles, String skeleton) {
        identities.sameStructure(drug, skeleton);
        smiles.putIfAbsent(DrugName.key(drug), drugSmiles);
    }

    /** An InChIKey's first block is the connectivity: without salt forms and stereo. */
    void inchiKey(String drug, String inchiKey) {
        identities.sameStructure(drug, inchiKey.substring(0, Math.min(14, inchiKey.length())));
        inchiKeys.putIfAbsent(DrugName.key(drug), inchiKey);
    }

    /**
     * @param drugB null for a drug alone
     * @param label 0 or 1, NaN where the file has scores
     * @param score NaN where the file has labels
     * @param folds published fold by column
     */
    void add(String drugA, @Nullable String drugB, String line, double label, double score, Map<String, String> folds) {
        String key = lines.key(lineSet, line);
        writtenLine.putIfAbsent(key, line);
        measurements.add(new Measurement(drug(drugA), drugB == null ? null : drug(drugB), key, label, score));
        folds.forEach((column, value) ->
                foldValues.computeIfAbsent(column, c -> new ArrayList<>()).add(value));
    }

    private String drug(String written) {
        String key = identities.add(written);
        writtenDrug.putIfAbsent(key, written);
        return key;
    }

    /** Labels are the replicates' mean label above one half: a tie is not positive, since the positive result did not repeat. */
    Screen labelled() {
        return build(Double.NaN);
    }

    /** A row is positive when its mean score is above {@code threshold}. */
    Screen positiveAbove(double threshold) {
        return build(threshold);
    }

    private Screen build(double threshold) {
        if (measurements.isEmpty()) {
            throw new IllegalArgumentException("the screen " + name + " holds no row");
        }
        List<String> drugKeys = drugKeys();
        List<String> lineKeys = List.copyOf(writtenLine.keySet());
        Map<Cell, List<Integer>> cells = cells(index(drugKeys), index(lineKeys));
        List<Cell> order = cells.keySet().stream()
                .sorted(Comparator.comparingInt(Cell::drugA)
                        .thenComparingInt(Cell::drugB)
                        .thenComparingInt(Cell::line))
                .toList();
        boolean[] positive = new boolean[order.size()];
        double[] score = new double[order.size()];
        int[] first = new int[order.size()];
        for (int row = 0; row < positive.length; row++) {
            List<Integer> replicates = cells.get(order.get(row));
            score[row] = replicates.stream()
                            .mapToDouble(i -> measurements.get(i).score())
                            .sum()
                    / replicates.size();
            double label = replicates.stream()
                            .mapToDouble(i -> measurements.get(i).label())
                            .sum()
                    / replicates.size();
            positive[row] = Double.isNaN(threshold) ? label > 0.5 : score[row] > threshold;
            first[row] = replicates.get(0);
        }
        Screen.Layout layout = new Screen.Layout(
                name,
                drugKeys.stream().map(this::described).toList(),
                lineKeys.stream().map(this::describedLine).toList(),
                order.stream().mapToInt(Cell::drugA).toArray(),
                order.stream().mapToInt(Cell::drugB).toArray(),
                order.stream().mapToInt(Cell::line).toArray(),
                folds(first));
        return new Screen(layout, positive, score);
    }

    private List<String> drugKeys() {
        TreeSet<String> keys = new TreeSet<>();
        for (Measurement m : measurements) {
            keys.add(identities.of(m.drugA()));
            if (m.drugB() != null) {
                keys.add(identities.of(m.drugB()));
            }
        }
        return List.copyOf(keys);
    }

    private Map<Cell, List<Integer>> cells(Map<String, Integer> drugIndex, Map<String, Integer> lineIndex) {
        Map<Cell, List<Integer>> cells = new HashMap<>();
        for (int i = 0; i < measurements.size(); i++) {
            Measurement m = measurements.get(i);
            int a = drugIndex.get(identities.of(m.drugA()));
            int b = m.drugB() == null ? Screen.NO_DRUG : drugIndex.get(identities.of(m.drugB()));
            int line = lineIndex.get(m.line());
            if (a != b) {
                Cell cell = b == Screen.NO_DRUG ? new Cell(a, b, line) : new Cell(Math.min(a, b), Math.max(a, b), line);
                cells.computeIfAbsent(cell, c -> new ArrayList<>(1)).add(i);
            }
        }
        return cells;
    }

    private Screen.Drug described(String key) {
        List<String> names = identities.names(key);
        return new Screen.Drug(
                key,
                names.stream()
                        .filter(writtenDrug::containsKey)
                        .map(writtenDrug::get)
                        .findFirst()
                        .orElse(key),
                names.stream().filter(smiles::containsKey).map(smiles::get).findFirst(),
                names.stream()
                        .filter(inchiKeys::containsKey)
                        .map(inchiKeys::get)
                        .findFirst());
    }

    private Screen.Line describedLine(String key) {
        String written = writtenLine.get(key);
        return new Screen.Line(
                key,
                written,
                Optional.of(key).filter(k -> k.startsWith("ACH-")),
                lines.state(key, written, Map.of()).tissue());
    }

    private Map<String, Screen.FoldColumn> folds(int[] first) {
        Map<String, Screen.FoldColumn> columns = new TreeMap<>();
        foldValues.forEach((column, values) -> {
            List<String> names = List.copyOf(new TreeSet<>(values));
            Map<String, Integer> index = index(names);
            int[] fold = new int[first.length];
            for (int row = 0; row < fold.length; row++) {
                fold[row] = index.get(values.get(first[row]));
            }
            columns.put(column, new Screen.FoldColumn(names, fold));
        });
        return columns;
    }

    private static Map<String, Integer> index(List<String> names) {
        Map<String, Integer> index = new HashMap<>();
        names.forEach(each -> index.put(each, index.size()));
        return index;
    }
}
