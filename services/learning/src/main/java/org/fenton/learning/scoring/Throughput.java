package org.fenton.learning.scoring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.fenton.learning.training.ScoringModel;
import org.tribuo.Example;
import org.tribuo.classification.Label;

/**
 * Rows a second of processor time of one thread: the serving path, XGBoost's native batch prediction and Tribuo's loop over the same trees and rows.
 *
 * <p>The three take turns, round by round, so that whatever else the machine does slows all alike; each figure is the median round.
 */
final class Throughput {
    private static final int ROUNDS = 15;
    private static final int TRIBUO_ROWS = 500;

    private final ScoringModel model;
    private final Peers peers;
    private final double[][] rows;

    Throughput(ScoringModel model, Peers peers, double[][] rows) {
        this.model = model;
        this.peers = peers;
        this.rows = rows;
    }

    ObjectNode measure() throws XGBoostError {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("rows", rows.length);
        double[] ours = batch();
        double[] seconds = new double[ROUNDS];
        double[] singly = new double[ROUNDS];
        double[] tribuo = new double[ROUNDS];
        List<Example<Label>> examples = peers.examples(rows);
        int few = Math.min(TRIBUO_ROWS, rows.length);
        NativePeer nativePeer = peers.hasNativeTrees() ? new NativePeer(peers, rows, ROUNDS) : null;
        for (int warmUp = 0; warmUp < 5; warmUp++) {
            batch();
        }
        for (int round = 0; round < ROUNDS; round++) {
            int r = round;
            seconds[r] = BenchClock.seconds(this::batch);
            singly[r] = BenchClock.seconds(
                    () -> Arrays.stream(rows).mapToDouble(model::probability).sum());
            tribuo[r] = BenchClock.seconds(() ->
                    examples.subList(0, few).stream().mapToDouble(peers::tribuo).sum());
            if (nativePeer != null) {
                nativePeer.round(r);
            }
        }
        double perSecond = rows.length / BenchClock.median(seconds);
        figures.put("rowsPerSecond", perSecond);
        figures.put("rowsPerSecondOneByOne", rows.length / BenchClock.median(singly));
        figures.put("tribuoRowsPerSecond", few / BenchClock.median(tribuo));
        figures.put("ratioToTribuo", perSecond * BenchClock.median(tribuo) / few);
        double[] expected = examples.stream().mapToDouble(peers::tribuo).toArray();
        figures.put("largestDifferenceToTribuo", largestDifference(ours, expected));
        if (nativePeer != null) {
            nativePeer.report(figures, perSecond, ours);
        }
        return figures;
    }

    /** Every row is another case. */
    private double[] batch() {
        return model.probabilities(
                rows.length,
                new double[rows[0].length],
                (row, into) -> System.arraycopy(rows[row], 0, into, 0, into.length));
    }

    static double largestDifference(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    /** XGBoost on a matrix that is ready, and with the making of the matrix, which its users pay too. */
    private static final class NativePeer {
        private final Peers peers;
        private final Booster booster;
        private final float[] dense;
        private final int rows;
        private final DMatrix ready;
        private final double[] predict;
        private final double[] withMatrix;

        NativePeer(Peers peers, double[][] rows, int rounds) throws XGBoostError {
            this.peers = peers;
            this.rows = rows.length;
            booster = peers.booster();
            dense = peers.dense(rows);
            ready = peers.matrix(dense);
            predict = new double[rounds];
            withMatrix = new double[rounds];
            booster.predict(ready);
        }

        void round(int r) throws XGBoostError {
            // A matrix that was predicted once keeps its margins and answers from them; a new one is predicted in full.
            long start = BenchClock.nanos();
            DMatrix fresh = peers.matrix(dense);
            long made = BenchClock.nanos();
            booster.predict(fresh);
            long end = BenchClock.nanos();
            fresh.dispose();
            predict[r] = (end - made) / 1e9;
            withMatrix[r] = (end - start) / 1e9;
        }

        void report(ObjectNode figures, double perSecond, double[] ours) throws XGBoostError {
            figures.put("nativeRowsPerSecond", rows / BenchClock.median(predict));
            figures.put("nativeRowsPerSecondWithMatrix", rows / BenchClock.median(withMatrix));
            figures.put("ratioToNative", perSecond * BenchClock.median(predict) / rows);
            figures.put("ratioToNativeWithMatrix", perSecond * BenchClock.median(withMatrix) / rows);
            float[][] answers = booster.predict(ready);
            double[] expected = new double[answers.length];
            Arrays.setAll(expected, i -> answers[i][peers.synergyColumn()]);
            figures.put("largestDifferenceToNative", largestDifference(ours, expected));
            ready.dispose();
        }
    }
}
