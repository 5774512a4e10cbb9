package org.fenton.learning.interaction;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows with their features as a later row will have them: from evidence that the row's own fold is no part of.
 *
 * @param rows of the screen, ascending within a fold
 * @param vectors of the rows, raw
 * @param distances of the rows from that evidence
 */
record HeldOut(int[] rows, double[][] vectors, double[] distances) {
    /** All rows of a lesson in their order. */
    static HeldOut all(Lesson lesson, Cast cast, RelationalFeatures features) {
        Maker maker = new Maker(lesson, cast, features, lesson.ownRows());
        for (int fold = 0; fold < lesson.division().folds(); fold++) {
            int own = fold;
            maker.fill(lesson.learnedIn(fold), row -> lesson.division().answeredIn(row) == own);
        }
        return maker.made();
    }

    /** Rows that are answered in a fold, from evidence without it. */
    static HeldOut answeredIn(int fold, Lesson lesson, Cast cast, RelationalFeatures features, int most) {
        Maker maker = new Maker(
                lesson,
                cast,
                features,
                evenly(
                        IntStream.of(lesson.ownRows())
                                .filter(row -> lesson.division().answeredIn(row) == fold)
                                .toArray(),
                        most));
        maker.fill(lesson.learnedIn(fold), row -> true);
        return maker.made();
    }

    /**
     * Rows that may be learned from when a fold is judged. Their evidence lacks their own fold and the judged one: had it the judged fold's outcomes, a trainer could find them
     * again as what the rows' means lack, and would be judged too well.
     */
    static HeldOut learnedFor(int judged, Lesson lesson, Cast cast, RelationalFeatures features, int most) {
        Division division = lesson.division();
        Maker maker = new Maker(
                lesson,
                cast,
                features,
                evenly(
                        IntStream.of(lesson.ownRows())
                                .filter(row -> !division.holdsOut(judged, row))
                                .toArray(),
                        most));
        for (int fold = 0; fold < division.folds(); fold++) {
            int own = fold;
            int[] apart = IntStream.of(lesson.learnedIn(judged))
                    .filter(row -> !division.holdsOut(own, row))
                    .toArray();
            // Two folds leave nothing when both are held out.
            maker.fill(
                    apart.length > 0 ? apart : lesson.learnedIn(own),
                    row -> division.answeredIn(row) == own && !division.holdsOut(judged, row));
        }
        return maker.made();
    }

    /** At most so many of the rows, evenly taken. */
    HeldOut evenly(int most) {
        int[] places = evenly(IntStream.range(0, rows.length).toArray(), most);
        return new HeldOut(
                Arrays.stream(places).map(i -> rows[i]).toArray(),
                Arrays.stream(places).mapToObj(i -> vectors[i]).toArray(double[][]::new),
                Arrays.stream(places).mapToDouble(i -> distances[i]).toArray());
    }

    static HeldOut joined(List<HeldOut> parts) {
        return new HeldOut(
                parts.stream().flatMapToInt(p -> Arrays.stream(p.rows())).toArray(),
                parts.stream().flatMap(p -> Arrays.stream(p.vectors())).toArray(double[][]::new),
                parts.stream()
                        .flatMapToDouble(p -> Arrays.stream(p.distances()))
                        .toArray());
    }

    private static int[] evenly(int[] rows, int most) {
        int step = Math.max(1, (rows.length + most - 1) / most);
        return IntStream.range(0, rows.length)
                .filter(i -> i % step == 0)
                .map(i -> rows[i])
                .toArray();
    }

    private static final class Maker {
        private final Lesson lesson;
        private final Cast cast;
        private final RelationalFeatures features;
        private final int[] rows;
        private final double[][] vectors;
        private final double[] distances;

        Maker(Lesson lesson, Cast cast, RelationalFeatures features, int[] rows) {
            this.lesson = lesson;
            this.cast = cast;
            this.features = features;
            this.rows = rows;
            this.vectors = new double[rows.length][];
            this.distances = new double[rows.length];
        }

        void fill(int[] learned, IntPredicate which) {
            int[] places = IntStream.range(0, rows.length)
                    .filter(i -> which.test(rows[i]))
                    .toArray();
            if (places.length == 0) {
                return;
            }
            Evidence evidence = Evidence.of(lesson.screen(), cast, learned);
            Reach reach = new Reach(evidence);
            for (int i : places) {
                Lesson.Asked asked = lesson.asked(evidence, rows[i]);
                vectors[i] = features.vector(evidence, asked.a(), asked.b(), asked.view());
                distances[i] = reach.distance(asked.a(), asked.b(), asked.view().line());
            }
        }

        HeldOut made() {
            int[] filled = IntStream.range(0, rows.length)
                    .filter(i -> vectors[i] != null)
                    .toArray();
            return new HeldOut(
                    Arrays.stream(filled).map(i -> rows[i]).toArray(),
                    Arrays.stream(filled).mapToObj(i -> vectors[i]).toArray(double[][]::new),
                    Arrays.stream(filled).mapToDouble(i -> distances[i]).toArray());
        }
    }
}
