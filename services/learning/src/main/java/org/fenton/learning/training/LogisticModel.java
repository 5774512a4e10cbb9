package org.fenton.learning.training;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Logistic regression.
 *
 * <p>Formula: P(synergy) = 1 / (1 + exp(−(w·x + b))). A missing value adds nothing, which for this model cannot be told
 * from zero: one reason why trees are preferred where both do equally well.
 */
public final class LogisticModel implements ScoringModel {
    static final int MAGIC = 0x464C4F47;
    private static final int VERSION = 1;

    private final double[] weights;
    private final double bias;

    LogisticModel(double[] weights, double bias) {
        this.weights = weights.clone();
        this.bias = bias;
    }

    @Override
    public double probability(double[] vector) {
        double margin = bias;
        for (int i = 0; i < weights.length; i++) {
            if (!Double.isNaN(vector[i])) {
                margin += weights[i] * vector[i];
            }
        }
        return 1 / (1 + Math.exp(-margin));
    }

    @Override
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeDouble(bias);
            out.writeInt(weights.length);
            for (double weight : weights) {
                out.writeDouble(weight);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static LogisticModel readBody(DataInputStream in) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("logistic model of version " + version + "; this code reads version " + VERSION);
        }
        double bias = in.readDouble();
        double[] weights = new double[in.readInt()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readDouble();
        }
        return new LogisticModel(weights, bias);
    }
}
