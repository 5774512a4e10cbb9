package org.fenton.learning.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Invented screens: the score counts the odd ones among the drugs and the line, with some noise, and is positive above 2.5. */
public final class ScreenFixture {
    private static final int DRUGS = 12;
    private static final int LINES = 10;
    private static final List<String> TISSUES = List.of("Bowel", "Breast", "Lung", "Skin");

    private ScreenFixture() {}

    /** All pairs in all lines, with every published column that the public screens have. */
    public static Screen pairs() {
        List<int[]> rows = new ArrayList<>();
        for (int a = 0; a < DRUGS; a++) {
            for (int b = a + 1; b < DRUGS; b++) {
                for (int line = 0; line < LINES; line++) {
                    rows.add(new int[] {a, b, line});
                }
            }
        }
        Map<String, Screen.FoldColumn> folds = new TreeMap<>();
        folds.put("random", column(rows, 5, row -> (row[0] + 3 * row[1] + 7 * row[2]) % 5));
        folds.put("combination", column(rows, 5, row -> (row[0] + 5 * row[1]) % 5));
        folds.put(
                "tissue",
                new Screen.FoldColumn(
                        TISSUES,
                        IntStream.range(0, rows.size())
                                .map(i -> rows.get(i)[2] % 4)
                                .toArray()));
        for (int fold = 0; fold < 5; fold++) {
            int f = fold;
            folds.put("drug-" + fold, column(rows, 2, row -> row[0] % 5 == f || row[1] % 5 == f ? 1 : 0));
        }
        return screen("invented-pairs", rows, folds);
    }

    public static Screen singleAgents() {
        List<int[]> rows = new ArrayList<>();
        for (int drug = 0; drug < DRUGS; drug++) {
            for (int line = 0; line < LINES; line++) {
                rows.add(new int[] {drug, Screen.NO_DRUG, line});
            }
        }
        return screen("invented-single-agents", rows, Map.of());
    }

    /** The same screen with another published column. */
    public static Screen withFolds(Screen screen, String name, List<String> names, int[] fold) {
        Map<String, Screen.FoldColumn> folds = new TreeMap<>(screen.folds());
        folds.put(name, new Screen.FoldColumn(names, fold));
        int[] all = IntStream.range(0, screen.size()).toArray();
        boolean[] positive = new boolean[all.length];
        double[] score = new double[all.length];
        for (int row : all) {
            positive[row] = screen.positive(row);
            score[row] = screen.score(row);
        }
        return new Screen(
                new Screen.Layout(
                        screen.name(),
                        screen.drugs(),
                        screen.lines(),
                        IntStream.of(all).map(screen::drugA).toArray(),
                        IntStream.of(all).map(screen::drugB).toArray(),
                        IntStream.of(all).map(screen::line).toArray(),
                        folds),
                positive,
                score);
    }

    private interface Rule {
        int of(int[] row);
    }

    private static Screen.FoldColumn column(List<int[]> rows, int count, Rule rule) {
        return new Screen.FoldColumn(
                IntStream.range(0, count).mapToObj(String::valueOf).toList(),
                rows.stream().mapToInt(rule::of).toArray());
    }

    private static Screen screen(String name, List<int[]> rows, Map<String, Screen.FoldColumn> folds) {
        SplittableRandom random = new SplittableRandom(5);
        boolean[] positive = new boolean[rows.size()];
        double[] score = new double[rows.size()];
        for (int i = 0; i < score.length; i++) {
            int[] row = rows.get(i);
            score[i] = row[0] % 2 + Math.max(0, row[1]) % 2 + row[2] % 2 + 2 * random.nextDouble();
            positive[i] = score[i] > 2.5;
        }
        return new Screen(
                new Screen.Layout(
                        name,
                        IntStream.range(0, DRUGS)
                                .mapToObj(d ->
                                        new Screen.Drug("drug" + d, "Drug " + d, Optional.empty(), Optional.empty()))
                                .toList(),
                        IntStream.range(0, LINES)
                                .mapToObj(l -> new Screen.Line(
                                        "LINE" + l, "line " + l, Optional.empty(), Optional.of(TISSUES.get(l % 4))))
                                .toList(),
                        rows.stream().mapToInt(r -> r[0]).toArray(),
                        rows.stream().mapToInt(r -> r[1]).toArray(),
                        rows.stream().mapToInt(r -> r[2]).toArray(),
                        folds),
                positive,
                score);
    }
}
