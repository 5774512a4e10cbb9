package org.fenton.learning.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.fenton.learning.data.Screen;
import org.fenton.learning.training.Fold;
import org.fenton.learning.training.Regime;
import org.fenton.learning.training.RowLearner;
import org.fenton.learning.training.RowModel;

/**
 * Gradient boosting on identities alone: a one for each drug of the row, so the pair has no order, and a one for the line.
 *
 * <p>It knows who was seen with whom and nothing about anyone, so it is what any feature must add to. A drug or line that training lacks is a
 * column no tree asks about; where lines are held out, a one for the tissue stands beside, or it would know nothing at all. Scores, where the screen has them, are learned by a second booster.
 */
final class OneHotBoosting implements RowLearner {
    private static final int ROUNDS = 400;

    private static final Map<String, Object> PARAMETERS = Map.of(
            "eta", 0.2, "max_depth", 8, "min_child_weight", 1.0, "tree_method", "hist", "nthread", 1, "verbosity", 0);

    @Override
    public String label() {
        return "one-hot-boosting";
    }

    @Override
    public String settings() {
        return label() + " drugs, line (tissue where lines are held out) rounds=" + ROUNDS + " "
                + new TreeMap<>(PARAMETERS);
    }

    @Override
    public RowModel fit(Fold fold, long seed, Consumer<String> progress) {
        Screen screen = fold.screen();
        Columns columns = Columns.of(screen, fold.regime() == Regime.LEAVE_LINE);
        int[] training = fold.trainingRows();
        float[] labels = new float[training.length];
        float[] scores = new float[training.length];
        for (int i = 0; i < training.length; i++) {
            labels[i] = screen.positive(training[i]) ? 1 : 0;
            scores[i] = (float) screen.score(training[i]);
        }
        boolean scored = IntStream.range(0, scores.length).noneMatch(i -> Float.isNaN(scores[i]));
        try {
            byte[] classifier = boost(columns, training, labels, "binary:logistic", seed);
            byte[] regression = scored ? boost(columns, training, scores, "reg:squarederror", seed) : new byte[0];
            return new RowModel() {
                @Override
                public double[] probabilities(int[] rows) {
                    return predict(classifier, columns, rows);
                }

                @Override
                public double[] expectedScores(int[] rows) {
                    return scored ? predict(regression, columns, rows) : RowModel.super.expectedScores(rows);
                }
            };
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost: " + e.getMessage(), e);
        }
    }

    /** The booster's bytes, so that no native memory outlives the call. */
    private static byte[] boost(Columns columns, int[] rows, float[] targets, String objective, long seed)
            throws XGBoostError {
        Map<String, Object> parameters = new TreeMap<>(PARAMETERS);
        parameters.put("objective", objective);
        parameters.put("seed", seed);
        double mean = IntStream.range(0, targets.length)
                .mapToDouble(i -> targets[i])
                .average()
                .orElseThrow();
        parameters.put("base_score", objective.startsWith("binary") ? Math.min(1 - 1e-6, Math.max(1e-6, mean)) : mean);
        DMatrix matrix = columns.matrix(rows);
        try {
            matrix.setLabel(targets);
            Booster booster = XGBoost.train(matrix, parameters, ROUNDS, Map.of(), null, null);
            try {
                return booster.toByteArray("ubj");
            } finally {
                booster.dispose();
            }
        } finally {
            matrix.dispose();
        }
    }

    private static double[] predict(byte[] bytes, Columns columns, int[] rows) {
        if (rows.length == 0) {
            return new double[0];
        }
        try {
            Booster booster = XGBoost.loadModel(bytes);
            DMatrix matrix = columns.matrix(rows);
            try {
                return Arrays.stream(booster.predict(matrix))
                        .mapToDouble(p -> p[0])
                        .toArray();
            } finally {
                matrix.dispose();
                booster.dispose();
            }
        } catch (XGBoostError | java.io.IOException e) {
            throw new IllegalStateException("XGBoost: " + e.getMessage(), e);
        }
    }

    /** Which column each drug, line and tissue has. */
    private record Columns(Screen screen, List<String> tissues) {
        static Columns of(Screen screen, boolean withTissue) {
            TreeSet<String> tissues = new TreeSet<>();
            for (int row = 0; withTissue && row < screen.size(); row++) {
                tissues.add(screen.tissue(row));
            }
            return new Columns(screen, List.copyOf(tissues));
        }

        DMatrix matrix(int[] rows) throws XGBoostError {
            int drugs = screen.drugs().size();
            int lines = screen.lines().size();
            long[] starts = new long[rows.length + 1];
            int[] columns = new int[rows.length * 4];
            int used = 0;
            for (int i = 0; i < rows.length; i++) {
                columns[used++] = screen.drugA(rows[i]);
                if (!screen.singleAgent(rows[i])) {
                    columns[used++] = screen.drugB(rows[i]);
                }
                columns[used++] = drugs + screen.line(rows[i]);
                if (!tissues.isEmpty()) {
                    columns[used++] = drugs + lines + Collections.binarySearch(tissues, screen.tissue(rows[i]));
                }
                starts[i + 1] = used;
            }
            float[] ones = new float[used];
            Arrays.fill(ones, 1);
            return new DMatrix(
                    starts, Arrays.copyOf(columns, used), ones, DMatrix.SparseType.CSR, drugs + lines + tissues.size());
        }
    }
}
