package org.fenton.learning.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fenton.learning.data.Screen;

/**
 * How much a ranking by the kernel's expectation depends on which pairs happened to be measured.
 *
 * <p>The pairs are drawn with replacement (about 63 % of them appear), the kernel is fitted anew, and the same candidates are ranked: the mean over pairs of such models of Spearman's
 * rank correlation, and of the share of the one's top tenth that is in the other's. 1 is a ranking that would stay.
 */
final class RankStability {
    static final int MODELS = 8;
    private static final int CANDIDATES = 2_000;

    private RankStability() {}

    static HeadEvaluation.Stability of(Lesson lesson, Cast cast, long seed) {
        Screen screen = lesson.screen();
        int[] own = lesson.ownRows();
        int step = Math.max(1, own.length / CANDIDATES);
        int[] candidates = IntStream.range(0, own.length)
                .filter(i -> i % step == 0)
                .map(i -> own[i])
                .toArray();
        List<double[]> ranks = new ArrayList<>();
        for (int model = 0; model < MODELS; model++) {
            int[] drawn = drawn(screen, lesson.rows(), new SplittableRandom(seed + model));
            Evidence evidence = Evidence.of(screen, cast, drawn);
            ranks.add(ranks(Arrays.stream(candidates)
                    .mapToDouble(row -> {
                        Lesson.Asked asked = lesson.asked(evidence, row);
                        return evidence.kernel(asked.a(), asked.b(), asked.view());
                    })
                    .toArray()));
        }
        double spearman = 0;
        double shared = 0;
        int compared = 0;
        for (int i = 0; i < MODELS; i++) {
            for (int j = 0; j < i; j++) {
                spearman += correlation(ranks.get(i), ranks.get(j));
                shared += topShared(ranks.get(i), ranks.get(j));
                compared++;
            }
        }
        return new HeadEvaluation.Stability(MODELS, candidates.length, spearman / compared, shared / compared);
    }

    /** Rows of the pairs (of the drugs in lines, for single agents) that a draw with replacement holds. */
    private static int[] drawn(Screen screen, int[] rows, SplittableRandom random) {
        long[] units = Arrays.stream(rows)
                .mapToLong(row -> unit(screen, row))
                .sorted()
                .distinct()
                .toArray();
        boolean[] held = new boolean[units.length];
        for (int i = 0; i < units.length; i++) {
            held[random.nextInt(units.length)] = true;
        }
        return Arrays.stream(rows)
                .filter(row -> held[Arrays.binarySearch(units, unit(screen, row))])
                .toArray();
    }

    private static long unit(Screen screen, int row) {
        return screen.singleAgent(row) ? ((long) screen.drugA(row) << 32) | screen.line(row) : screen.pair(row);
    }

    private static double[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((i, j) -> Double.compare(values[i], values[j]))
                .toArray(Integer[]::new);
        double[] ranks = new double[values.length];
        for (int r = 0; r < order.length; r++) {
            ranks[order[r]] = r;
        }
        return ranks;
    }

    private static double correlation(double[] a, double[] b) {
        double mean = (a.length - 1) / 2.0;
        double ab = 0;
        double aa = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - mean) * (b[i] - mean);
            aa += (a[i] - mean) * (a[i] - mean);
        }
        return ab / aa;
    }

    private static double topShared(double[] a, double[] b) {
        double above = a.length * 0.9;
        long top = Arrays.stream(a).filter(r -> r >= above).count();
        long both = IntStream.range(0, a.length)
                .filter(i -> a[i] >= above && b[i] >= above)
                .count();
        return (double) both / top;
    }
}
