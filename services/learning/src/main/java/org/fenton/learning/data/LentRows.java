package org.fenton.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A screen with the rows of another laboratory lent to it.
 *
 * <p>The two outcomes are not pooled: the other laboratory's rows stand under lines of their own, and their outcomes are shifted and scaled to the mean and standard deviation
 * of the screen's own scores, so that only their order speaks. A drug is one drug where the identity is the same.
 */
public final class LentRows {
    private LentRows() {}

    /** @param identity of a drug, the same in both screens for one drug */
    public static Screen to(Screen own, Screen other, Function<Screen.Drug, String> identity) {
        List<Screen.Drug> drugs = new ArrayList<>(own.drugs());
        Map<String, Integer> known = new HashMap<>();
        for (int d = 0; d < drugs.size(); d++) {
            known.putIfAbsent(identity.apply(drugs.get(d)), d);
        }
        int[] drugOf = new int[other.drugs().size()];
        for (int d = 0; d < drugOf.length; d++) {
            Screen.Drug drug = other.drugs().get(d);
            drugOf[d] = known.computeIfAbsent(identity.apply(drug), i -> {
                drugs.add(drug);
                return drugs.size() - 1;
            });
        }
        List<Screen.Line> lines = new ArrayList<>(own.lines());
        other.lines()
                .forEach(l -> lines.add(new Screen.Line(
                        other.name() + "/" + l.key(), l.name(), l.depMapId(), l.tissue(), Optional.of(other.name()))));
        // Two names of the other screen may turn out to be one drug of this one.
        int[] lent = IntStream.range(0, other.size())
                .filter(r -> drugOf[other.drugA(r)] != drugOf[other.drugB(r)])
                .toArray();
        Screen.Layout layout = new Screen.Layout(
                own.name() + "+" + other.name(),
                drugs,
                lines,
                joined(
                        own,
                        own::drugA,
                        Arrays.stream(lent).map(r -> Math.min(drugOf[other.drugA(r)], drugOf[other.drugB(r)]))),
                joined(
                        own,
                        own::drugB,
                        Arrays.stream(lent).map(r -> Math.max(drugOf[other.drugA(r)], drugOf[other.drugB(r)]))),
                joined(own, own::line, Arrays.stream(lent).map(r -> own.lines().size() + other.line(r))),
                Map.of());
        boolean[] positive = new boolean[own.size() + lent.length];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = row < own.size() ? own.positive(row) : other.positive(lent[row - own.size()]);
        }
        double[] ownScores =
                IntStream.range(0, own.size()).mapToDouble(own::score).toArray();
        double[] theirs = scaledTo(
                ownScores,
                Arrays.stream(lent).mapToDouble(r -> outcome(other, r)).toArray());
        double[] scores = Arrays.copyOf(ownScores, positive.length);
        System.arraycopy(theirs, 0, scores, own.size(), theirs.length);
        return new Screen(layout, positive, scores);
    }

    private static double outcome(Screen screen, int row) {
        return Double.isNaN(screen.score(row)) ? (screen.positive(row) ? 1 : 0) : screen.score(row);
    }

    private static int[] joined(Screen own, java.util.function.IntUnaryOperator column, IntStream lent) {
        return IntStream.concat(IntStream.range(0, own.size()).map(column), lent)
                .toArray();
    }

    private static double[] scaledTo(double[] model, double[] values) {
        double scale = deviation(model) / deviation(values);
        double from = mean(values);
        double to = mean(model);
        return Arrays.stream(values).map(v -> to + (v - from) * scale).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        return variance > 0 ? Math.sqrt(variance) : 1;
    }
}
