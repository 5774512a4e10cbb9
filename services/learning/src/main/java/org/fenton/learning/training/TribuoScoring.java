package org.fenton.learning.training;

import java.util.Arrays;
import java.util.List;
import org.fenton.learning.features.FeatureSchema;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/** A Tribuo model asked row by row: slow, for models that are compared and for which no flat form was written. */
final class TribuoScoring implements ScoringModel {
    private final Model<Label> model;
    private final List<String> names;

    TribuoScoring(Model<Label> model, FeatureSchema schema) {
        this.model = model;
        this.names = schema.names();
    }

    @Override
    public double probability(double[] vector) {
        String[] present = new String[vector.length];
        double[] values = new double[vector.length];
        int count = 0;
        for (int i = 0; i < vector.length; i++) {
            if (!Double.isNaN(vector[i])) {
                present[count] = names.get(i);
                values[count++] = vector[i];
            }
        }
        var example = new ArrayExample<>(
                new Label(Trainer.OTHER), Arrays.copyOf(present, count), Arrays.copyOf(values, count));
        return model.predict(example).getOutputScores().get(Trainer.SYNERGY).getScore();
    }

    @Override
    public byte[] toBytes() {
        return model.serialize().toByteArray();
    }
}
