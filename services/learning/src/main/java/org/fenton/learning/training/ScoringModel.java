package org.fenton.learning.training;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.BitSet;

/** A trained model in a form that scores one vector quickly and needs neither Tribuo nor native code. */
public sealed interface ScoringModel permits TreeEnsemble, LogisticModel, FactorizationModel {
    /**
     * The model's own probability of synergy, before calibration.
     *
     * @param vector in schema order, NaN is missing
     * @return 0 to 1
     */
    double probability(double[] vector);

    /**
     * The model's own probability of each row, in order.
     *
     * @param vector in schema order; {@code source} writes each row into it
     */
    default double[] probabilities(int rows, double[] vector, Candidates.Rows source) {
        double[] probabilities = new double[rows];
        for (int row = 0; row < rows; row++) {
            source.write(row, vector);
            probabilities[row] = probability(vector);
        }
        return probabilities;
    }

    /**
     * Rows that will be asked about for many cases.
     *
     * @param features length of a vector
     * @param ofCase features of the case, which {@code source} leaves alone
     * @param source gives the same rows whenever it is asked
     */
    default Candidates candidates(int rows, int features, BitSet ofCase, Candidates.Rows source) {
        return vector -> probabilities(rows, vector.clone(), source);
    }

    /** A self-describing binary form; equal models give equal bytes. */
    byte[] toBytes();

    /** @throws IOException when the bytes are not a scoring model of this version */
    static ScoringModel read(DataInputStream in) throws IOException {
        int kind = in.readInt();
        return switch (kind) {
            case TreeEnsemble.MAGIC -> TreeEnsemble.readBody(in);
            case LogisticModel.MAGIC -> LogisticModel.readBody(in);
            case FactorizationModel.MAGIC -> FactorizationModel.readBody(in);
            default -> throw new IOException("not a scoring model: it begins with " + Integer.toHexString(kind));
        };
    }
}
