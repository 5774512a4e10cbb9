package org.fenton.learning.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fenton.learning.data.TrainingData;

/**
 * Folds that hold drugs out.
 *
 * <p>Every drug belongs to one fold. The test rows of a fold are all rows whose pair has at least one of its drugs; the
 * training rows are those whose pair has none. So no held-out drug, alone or in a pair, is ever on the training side. A
 * pair of drugs of two folds is tested in both.
 */
public final class DrugFolds {
    private final int[] foldOfDrug;
    private final int count;

    private DrugFolds(int[] foldOfDrug, int count) {
        this.foldOfDrug = foldOfDrug;
        this.count = count;
    }

    /** Row indices into the training data. */
    public record Split(List<Integer> trainingRows, List<Integer> testRows) {}

    /**
     * Deals the drugs of the given rows, shuffled by {@code seed}, into {@code count} folds.
     *
     * @throws IllegalArgumentException when there are fewer drugs than folds
     */
    public static DrugFolds deal(TrainingData data, List<Integer> rows, int count, long seed) {
        List<Integer> drugs = new ArrayList<>(rows.stream()
                .map(data.rows()::get)
                .flatMap(r -> java.util.stream.Stream.of(r.drugA(), r.drugB()))
                .distinct()
                .sorted()
                .toList());
        if (count < 2 || drugs.size() < count) {
            throw new IllegalArgumentException(drugs.size() + " drugs cannot be dealt into " + count + " folds");
        }
        Collections.shuffle(drugs, new Random(seed));
        int[] folds = new int[data.drugs().size()];
        java.util.Arrays.fill(folds, -1);
        for (int i = 0; i < drugs.size(); i++) {
            folds[drugs.get(i)] = i % count;
        }
        return new DrugFolds(folds, count);
    }

    public int count() {
        return count;
    }

    public boolean holdsOut(int fold, int drug) {
        return foldOfDrug[drug] == fold;
    }

    public Split split(TrainingData data, List<Integer> rows, int fold) {
        List<Integer> training = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        for (int row : rows) {
            TrainingData.Row pair = data.rows().get(row);
            boolean unseen = holdsOut(fold, pair.drugA()) || holdsOut(fold, pair.drugB());
            (unseen ? test : training).add(row);
        }
        return new Split(training, test);
    }
}
