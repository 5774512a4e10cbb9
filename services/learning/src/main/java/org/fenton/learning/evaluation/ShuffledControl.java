package org.fenton.learning.evaluation;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.fenton.learning.data.Screen;
import org.fenton.learning.training.Fold;
import org.fenton.learning.training.RowLearner;
import org.fenton.learning.training.RowModel;

/** The model itself, taught outcomes of other training rows: it must know nothing, or the evaluation leaks. */
final class ShuffledControl implements RowLearner {
    private final RowLearner model;

    ShuffledControl(RowLearner model) {
        this.model = model;
    }

    @Override
    public String label() {
        return "label-shuffled-control";
    }

    @Override
    public String settings() {
        return label() + " of " + model.settings();
    }

    @Override
    public RowModel fit(Fold fold, long seed, Consumer<String> progress) {
        Screen screen = fold.screen();
        int[] rows = fold.trainingRows();
        int[] donors = rows.clone();
        Shuffle.shuffle(donors, new SplittableRandom(seed + fold.index()));
        boolean[] positive = new boolean[screen.size()];
        double[] score = new double[screen.size()];
        java.util.Arrays.fill(score, Double.NaN);
        for (int i = 0; i < rows.length; i++) {
            positive[rows[i]] = screen.positive(donors[i]);
            score[rows[i]] = screen.score(donors[i]);
        }
        return model.fit(
                new Fold(fold.protocol(), fold.index(), screen.withOutcomes(positive, score), rows, fold.regime()),
                seed,
                line -> {});
    }
}
