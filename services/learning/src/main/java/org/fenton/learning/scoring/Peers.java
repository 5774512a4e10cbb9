package org.fenton.learning.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.fenton.learning.training.Trainer;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.impl.ArrayExample;

/** The same trees and rows as Tribuo and as XGBoost's native code see them. */
final class Peers {
    private static final Label UNKNOWN = new Label("unknown");

    private final Model<Label> model;
    private final List<String> names;

    Peers(Model<Label> model, List<String> names) {
        this.model = model;
        this.names = names;
    }

    boolean hasNativeTrees() {
        return model instanceof XGBoostModel;
    }

    /** Tribuo's examples: a missing value is absent. */
    List<Example<Label>> examples(double[][] rows) {
        List<Example<Label>> examples = new ArrayList<>();
        for (double[] row : rows) {
            String[] present = new String[row.length];
            double[] values = new double[row.length];
            int count = 0;
            for (int i = 0; i < row.length; i++) {
                if (!Double.isNaN(row[i])) {
                    present[count] = names.get(i);
                    values[count++] = row[i];
                }
            }
            examples.add(new ArrayExample<>(UNKNOWN, Arrays.copyOf(present, count), Arrays.copyOf(values, count)));
        }
        return examples;
    }

    double tribuo(Example<Label> example) {
        return model.predict(example).getOutputScores().get(Trainer.SYNERGY).getScore();
    }

    /** XGBoost's own booster on one thread. */
    Booster booster() throws XGBoostError {
        Booster booster = ((XGBoostModel<Label>) model).getInnerModels().get(0);
        booster.setParam("nthread", 1);
        return booster;
    }

    /** Rows laid out as XGBoost's columns, which are Tribuo's feature numbers; NaN is missing. */
    float[] dense(double[][] rows) {
        int columns = model.getFeatureIDMap().size();
        float[] dense = new float[rows.length * columns];
        Arrays.fill(dense, Float.NaN);
        for (int i = 0; i < names.size(); i++) {
            var feature = model.getFeatureIDMap().get(names.get(i));
            for (int r = 0; feature != null && r < rows.length; r++) {
                dense[r * columns + feature.getID()] = (float) rows[r][i];
            }
        }
        return dense;
    }

    DMatrix matrix(float[] dense) throws XGBoostError {
        int columns = model.getFeatureIDMap().size();
        return new DMatrix(dense, dense.length / columns, columns, Float.NaN);
    }

    int synergyColumn() {
        return model.getOutputIDInfo().getID(new Label(Trainer.SYNERGY));
    }
}
