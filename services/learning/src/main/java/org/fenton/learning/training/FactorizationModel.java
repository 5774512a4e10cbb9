package org.fenton.learning.training;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.fenton.learning.features.FeatureSchema;
import org.tribuo.Model;
import org.tribuo.VariableIDInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.fm.FMClassificationModel;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.Tensor;

/**
 * Factorization machine of two classes.
 *
 * <p>Formula: s(c) = b_c + sum_i w_ci x_i + 1/2 sum_f ((sum_i v_cfi x_i)^2 - sum_i v_cfi^2 x_i^2), P(synergy) = 1 / (1 + exp(s(other) - s(synergy))). A missing value adds
 * nothing, which for this model cannot be told from zero. Equal to Tribuo's own prediction to 1e-6 (tested).
 *
 * <p>Source: Rendle 2010, doi:10.1109/ICDM.2010.127; Tribuo 4.3.2.
 */
public final class FactorizationModel implements ScoringModel {
    static final int MAGIC = 0x46464D32;
    private static final int VERSION = 1;

    /** One class: bias, a weight a feature, and factors by factor and feature. */
    private record Output(double bias, double[] weights, double[][] factors) {
        double score(double[] vector) {
            double score = bias;
            for (int i = 0; i < weights.length; i++) {
                score += known(vector[i]) * weights[i];
            }
            for (double[] factor : factors) {
                double sum = 0;
                double squares = 0;
                for (int i = 0; i < factor.length; i++) {
                    double product = factor[i] * known(vector[i]);
                    sum += product;
                    squares += product * product;
                }
                score += (sum * sum - squares) / 2;
            }
            return score;
        }

        private static double known(double x) {
            return Double.isNaN(x) ? 0 : x;
        }
    }

    private final Output synergy;
    private final Output other;

    private FactorizationModel(Output synergy, Output other) {
        this.synergy = synergy;
        this.other = other;
    }

    static FactorizationModel flatten(Model<Label> model, FeatureSchema schema) {
        return new FactorizationModel(
                output((FMClassificationModel) model, schema, Trainer.SYNERGY),
                output((FMClassificationModel) model, schema, Trainer.OTHER));
    }

    private static Output output(FMClassificationModel model, FeatureSchema schema, String label) {
        int id = model.getOutputIDInfo().getID(new Label(label));
        DenseMatrix linear = model.getLinearWeightsCopy();
        Tensor tensor = model.getFactorsCopy()[id];
        DenseMatrix factors = (DenseMatrix) tensor;
        double[] weights = new double[schema.size()];
        double[][] flat = new double[factors.getDimension1Size()][schema.size()];
        for (int i = 0; i < model.getFeatureIDMap().size(); i++) {
            VariableIDInfo feature = model.getFeatureIDMap().get(i);
            int at = schema.indexOf(feature.getName());
            weights[at] = linear.get(id, feature.getID());
            for (int f = 0; f < flat.length; f++) {
                flat[f][at] = factors.get(f, feature.getID());
            }
        }
        return new Output(model.getBiasesCopy().get(id), weights, flat);
    }

    @Override
    public double probability(double[] vector) {
        return 1 / (1 + Math.exp(other.score(vector) - synergy.score(vector)));
    }

    @Override
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            write(out, synergy);
            write(out, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Output output) throws IOException {
        out.writeDouble(output.bias());
        out.writeInt(output.weights().length);
        out.writeInt(output.factors().length);
        for (double weight : output.weights()) {
            out.writeDouble(weight);
        }
        for (double[] factor : output.factors()) {
            for (double value : factor) {
                out.writeDouble(value);
            }
        }
    }

    static FactorizationModel readBody(DataInputStream in) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException(
                    "factorization machine of version " + version + "; this code reads version " + VERSION);
        }
        return new FactorizationModel(read(in), read(in));
    }

    private static Output read(DataInputStream in) throws IOException {
        double bias = in.readDouble();
        double[] weights = new double[in.readInt()];
        double[][] factors = new double[in.readInt()][weights.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readDouble();
        }
        for (double[] factor : factors) {
            for (int i = 0; i < factor.length; i++) {
                factor[i] = in.readDouble();
            }
        }
        return new Output(bias, weights, factors);
    }
}
