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
     * This model for rows that agree with {@code vector} in the fixed features.
     *
     * @param vector values of the fixed features, NaN where missing
     */
    default CaseModel forCase(double[] vector, BitSet fixed) {
        return (rows, shared, source) -> {
            double[] probabilities = new double[rows];
            for (int row = 0; row < rows; row++) {
                source.write(row, shared);
                probabilities[row] = probability(shared);
            }
            return probabilities;
        };
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
