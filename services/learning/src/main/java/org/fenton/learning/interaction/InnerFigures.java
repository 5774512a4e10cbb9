package org.fenton.learning.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.interaction.HeadEvaluation.Bin;
import org.fenton.learning.interaction.HeadEvaluation.Coverage;
import org.fenton.learning.interaction.HeadEvaluation.Group;
import org.fenton.learning.measures.JudgedRows;
import org.fenton.learning.training.RowModel;

/**
 * What a head is worth on the rows that its inner folds held out.
 *
 * <p>Calibration and sets are fitted on one half of the pairs and judged on the other, and the reverse. The scorer was chosen on these very rows among few competitors, so the areas are slightly
 * kind; the protocols of {@code fenton evaluate}, whose outer folds decide nothing, stand beside them. Groups are by what the evidence knew: a row's new drugs and line are new to its evidence.
 */
final class InnerFigures {
    private static final int BINS = 10;
    private static final int ROWS_OF_A_GROUP = 50;

    private InnerFigures() {}

    /** @param raw scores of the rows before calibration */
    static HeadEvaluation of(Screen screen, HeldOut answered, double[] raw, InteractionHead head, Limits limits) {
        int rows = raw.length;
        boolean[] positive = new boolean[rows];
        boolean[] half = new boolean[rows];
        long[] pairs = Arrays.stream(answered.rows())
                .mapToLong(screen::pair)
                .sorted()
                .distinct()
                .toArray();
        for (int i = 0; i < rows; i++) {
            positive[i] = screen.positive(answered.rows()[i]);
            half[i] = (Arrays.binarySearch(pairs, screen.pair(answered.rows()[i])) & 1) == 0;
        }
        double[] probability = new double[rows];
        boolean[] covered = new boolean[rows];
        for (boolean side : new boolean[] {false, true}) {
            int[] learned =
                    IntStream.range(0, rows).filter(i -> half[i] == side).toArray();
            Recalibration calibration = Recalibration.fit(pick(raw, learned), pick(positive, learned));
            LabelSets sets = LabelSets.fit(
                    Arrays.stream(learned)
                            .mapToDouble(i -> calibration.apply(raw[i]))
                            .toArray(),
                    pick(positive, learned),
                    Arrays.stream(learned)
                            .mapToObj(i -> screen.tissue(answered.rows()[i]))
                            .toList(),
                    limits.coverage());
            for (int i = 0; i < rows; i++) {
                if (half[i] != side) {
                    probability[i] = calibration.apply(raw[i]);
                    byte set = sets.of(probability[i], screen.tissue(answered.rows()[i]));
                    covered[i] = (set & (positive[i] ? RowModel.HOLDS_POSITIVE : RowModel.HOLDS_NEGATIVE)) != 0;
                }
            }
        }
        Judged judged = new Judged(
                screen, answered, probability, positive, covered, head.parts().abstainAbove());
        return new HeadEvaluation(
                judged.groups(head.parts().features()),
                limits.coverage(),
                judged.tissues(),
                judged.reliability(),
                limits.stability());
    }

    /** @param coverage nominal */
    record Limits(double coverage, HeadEvaluation.Stability stability) {}

    private static double[] pick(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    private static boolean[] pick(boolean[] values, int[] places) {
        boolean[] picked = new boolean[places.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[places[i]];
        }
        return picked;
    }

    private record Judged(
            Screen screen,
            HeldOut answered,
            double[] probability,
            boolean[] positive,
            boolean[] covered,
            double abstainAbove) {
        SortedMap<String, Group> groups(RelationalFeatures features) {
            int drugs = features.schema().indexOf("knowledge:drugs-seen");
            int line = features.schema().indexOf("knowledge:line-seen");
            Map<String, IntPredicate> kinds = new LinkedHashMap<>();
            kinds.put("all", i -> true);
            for (int seen = 0; seen <= 2; seen++) {
                for (int lineSeen = 0; lineSeen <= 1; lineSeen++) {
                    double drugsSeen = seen;
                    double knownLine = lineSeen;
                    kinds.put(
                            seen + " drug(s) known, line " + (lineSeen == 1 ? "known" : "new"),
                            i -> answered.vectors()[i][drugs] == drugsSeen && answered.vectors()[i][line] == knownLine);
                }
            }
            SortedMap<String, Group> groups = new TreeMap<>();
            kinds.forEach((name, kind) -> {
                int[] places =
                        IntStream.range(0, probability.length).filter(kind).toArray();
                if (places.length >= ROWS_OF_A_GROUP || name.equals("all")) {
                    groups.put(name, group(places));
                }
            });
            return groups;
        }

        private Group group(int[] places) {
            SortedMap<String, Double> measures = new TreeMap<>();
            int[] rows = Arrays.stream(places).map(i -> answered.rows()[i]).toArray();
            new JudgedRows(new JudgedRows.Columns(
                            pick(probability, places),
                            pick(positive, places),
                            new double[0],
                            new double[0],
                            Arrays.stream(rows).map(screen::drugA).toArray(),
                            Arrays.stream(rows).map(screen::drugB).toArray(),
                            Double.NaN))
                    .measures()
                    .forEach((measure, value) -> measures.put(measure.key(), rounded(value)));
            return new Group(places.length, measures, share(places, i -> covered[i]), share(places, this::beyond));
        }

        private boolean beyond(int place) {
            return answered.distances()[place] > abstainAbove;
        }

        SortedMap<String, Coverage> tissues() {
            Map<String, List<Integer>> places = new TreeMap<>();
            for (int i = 0; i < covered.length; i++) {
                places.computeIfAbsent(screen.tissue(answered.rows()[i]), t -> new ArrayList<>())
                        .add(i);
            }
            SortedMap<String, Coverage> tissues = new TreeMap<>();
            places.forEach((tissue, in) -> {
                int[] all = in.stream().mapToInt(Integer::intValue).toArray();
                tissues.put(tissue, new Coverage(all.length, share(all, i -> covered[i]), share(all, this::beyond)));
            });
            return tissues;
        }

        List<Bin> reliability() {
            Integer[] order = IntStream.range(0, probability.length)
                    .boxed()
                    .sorted((i, j) -> Double.compare(probability[i], probability[j]))
                    .toArray(Integer[]::new);
            List<Bin> bins = new ArrayList<>();
            for (int bin = 0; bin < BINS; bin++) {
                int[] places = Arrays.stream(order, (int) ((long) order.length * bin / BINS), (int)
                                ((long) order.length * (bin + 1) / BINS))
                        .mapToInt(Integer::intValue)
                        .toArray();
                if (places.length > 0) {
                    bins.add(new Bin(
                            places.length,
                            rounded(Arrays.stream(places)
                                    .mapToDouble(i -> probability[i])
                                    .average()
                                    .orElseThrow()),
                            share(places, i -> positive[i])));
                }
            }
            return bins;
        }
    }

    private static double share(int[] places, IntPredicate which) {
        return places.length == 0
                ? 0
                : rounded((double) Arrays.stream(places).filter(which).count() / places.length);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
