package org.fenton.learning.training;

import org.fenton.learning.features.FeatureSchema;
import org.tribuo.Model;
import org.tribuo.VariableIDInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.math.la.DenseMatrix;

/** Reads the weights of Tribuo's two-class logistic regression: the difference of its two rows of weights. */
final class LinearReader {
    private LinearReader() {}

    static LogisticModel flatten(Model<Label> model, FeatureSchema schema) {
        DenseMatrix weights = ((LinearSGDModel) model).getWeightsCopy();
        int synergy = model.getOutputIDInfo().getID(new Label(Trainer.SYNERGY));
        int other = model.getOutputIDInfo().getID(new Label(Trainer.OTHER));
        double[] difference = new double[schema.size()];
        for (int id = 0; id < model.getFeatureIDMap().size(); id++) {
            VariableIDInfo feature = model.getFeatureIDMap().get(id);
            difference[schema.indexOf(feature.getName())] =
                    weights.get(synergy, feature.getID()) - weights.get(other, feature.getID());
        }
        int bias = weights.getDimension2Size() - 1;
        return new LogisticModel(difference, weights.get(synergy, bias) - weights.get(other, bias));
    }
}
