package org.fenton.learning.training;

import java.util.List;
import java.util.SplittableRandom;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.features.FeatureKind;
import org.fenton.learning.features.PairFeatures;

/**
 * Some rows of the training data as vectors.
 *
 * <p>For training, whole kinds of features are hidden in a share of the rows, chosen by seed and row: the model must learn what
 * to do without them, since a contrast has no pathway state and a new drug may lack targets. Test rows are never hidden from.
 */
public final class RowSelection implements Trainer.Rows {
    private static final double WITHOUT_PATHWAYS = 0.25;
    private static final double WITHOUT_TISSUE = 0.05;
    private static final double WITHOUT_TARGETS = 0.05;

    private final TrainingData data;
    private final PairFeatures features;
    private final int[] rows;

    /** Which label a row shows. */
    public enum Labels {
        TRUE,
        /** Labels of other rows, the control that must know nothing. */
        SHUFFLED
    }

    private final int[] labelRow;
    private final long seed;

    public RowSelection(TrainingData data, PairFeatures features, List<Integer> rows, Labels labels, long seed) {
        this.data = data;
        this.features = features;
        this.rows = rows.stream().mapToInt(Integer::intValue).toArray();
        this.labelRow = this.rows.clone();
        this.seed = seed;
        if (labels == Labels.SHUFFLED) {
            shuffle(labelRow, new SplittableRandom(seed));
        }
    }

    private static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public double[] vector(int row) {
        double[] vector = features.vector(
                data.lines().get(at(row).line()).state(),
                data.drugs().get(at(row).drugA()).description(),
                data.drugs().get(at(row).drugB()).description());
        SplittableRandom random = new SplittableRandom(seed * 31 + rows[row]);
        hide(vector, FeatureKind.PATHWAY, random.nextDouble() < WITHOUT_PATHWAYS);
        hide(vector, FeatureKind.TISSUE, random.nextDouble() < WITHOUT_TISSUE);
        if (random.nextDouble() < WITHOUT_TARGETS) {
            hide(vector, FeatureKind.TARGET, true);
            vector[features.schema().indexOf("knowledge:targets")] = 0;
        }
        return vector;
    }

    private void hide(double[] vector, FeatureKind kind, boolean hidden) {
        for (int i = 0; hidden && i < vector.length; i++) {
            if (features.schema().features().get(i).kind() == kind) {
                vector[i] = Double.NaN;
            }
        }
    }

    private TrainingData.Row at(int row) {
        return data.rows().get(rows[row]);
    }

    @Override
    public boolean synergistic(int row) {
        return data.rows().get(labelRow[row]).synergistic();
    }
}
