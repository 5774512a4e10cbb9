package org.fenton.learning.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import org.fenton.learning.SyntheticScreen;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.features.PairFeatures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

class ScoringModelTest {
    private final TrainingData data = SyntheticScreen.data();
    private final PairFeatures features = SyntheticScreen.features();
    private final RowSelection rows =
            new RowSelection(data, features, SyntheticScreen.allRows(data), RowSelection.Labels.TRUE, 5);

    /** Rows have hidden kinds of features, so missing values take part. */
    @ParameterizedTest
    @EnumSource(ModelChoice.Family.class)
    void scoresAsTribuoDoes(ModelChoice.Family family) throws IOException {
        FittedModel model = fit(family);
        List<String> names = features.schema().names();
        for (int row = 0; row < rows.size(); row++) {
            double[] vector = rows.vector(row);
            ArrayExample<Label> example = new ArrayExample<>(new Label(Trainer.SYNERGY));
            for (int i = 0; i < vector.length; i++) {
                if (!Double.isNaN(vector[i])) {
                    example.add(names.get(i), vector[i]);
                }
            }
            double tribuo = model.tribuo()
                    .predict(example)
                    .getOutputScores()
                    .get(Trainer.SYNERGY)
                    .getScore();
            assertEquals(tribuo, model.scoring().probability(vector), 1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(ModelChoice.Family.class)
    void sameRowsSameBytesAndBackAgain(ModelChoice.Family family) throws IOException {
        byte[] first = fit(family).scoring().toBytes();
        assertArrayEquals(first, fit(family).scoring().toBytes());
        ScoringModel read = ScoringModel.read(new DataInputStream(new ByteArrayInputStream(first)));
        assertArrayEquals(first, read.toBytes());
        first[7] = 9;
        IOException refused = assertThrows(
                IOException.class, () -> ScoringModel.read(new DataInputStream(new ByteArrayInputStream(first))));
        assertTrue(refused.getMessage().contains("version 9"), refused.getMessage());
    }

    private FittedModel fit(ModelChoice.Family family) {
        return new Trainer(features.schema(), 5).train(new ModelChoice("t", family, 12, 4, 0.3), rows);
    }
}
