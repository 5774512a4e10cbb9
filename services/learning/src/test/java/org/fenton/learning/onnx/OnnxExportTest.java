package org.fenton.learning.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fenton.learning.SyntheticScreen;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.features.FeatureKind;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.training.ModelChoice;
import org.fenton.learning.training.RowSelection;
import org.fenton.learning.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import picocli.CommandLine;

/** Exported models under ONNX Runtime answer as Tribuo does. */
class OnnxExportTest {
    private static final int ROWS = 10_000;
    private static final FeatureSchema SCHEMA = SyntheticScreen.features().schema();
    private static final OnnxExport.About ABOUT =
            new OnnxExport.About("sha256:test", "head", "what it means", SCHEMA.hash());

    @TempDir
    Path folder;

    @Test
    void aLogisticRegressionIsTheSameUnderOnnxRuntime() throws OrtException {
        ModelChoice choice = new ModelChoice("t", ModelChoice.Family.LOGISTIC, 5, 0, 0.1);
        assertParity(new Trainer(SCHEMA, 5).train(choice, rows()).tribuo());
    }

    @Test
    void aFactorizationMachineIsTheSameUnderOnnxRuntime() throws OrtException {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("test", labels), labels);
        RowSelection rows = rows();
        for (int row = 0; row < rows.size(); row++) {
            Label label = new Label(rows.synergistic(row) ? Trainer.SYNERGY : Trainer.OTHER);
            dataset.add(example(rows.vector(row), label));
        }
        assertParity(new FMClassificationTrainer(new LogMulticlass(), new AdaGrad(0.1), 3, 5, 4, 0.1).train(dataset));
    }

    private static RowSelection rows() {
        TrainingData data = SyntheticScreen.data();
        return new RowSelection(
                data, SyntheticScreen.features(), SyntheticScreen.allRows(data), RowSelection.Labels.TRUE, 5);
    }

    private static ArrayExample<Label> example(double[] vector, Label label) {
        String[] present = new String[vector.length];
        double[] values = new double[vector.length];
        int count = 0;
        for (int i = 0; i < vector.length; i++) {
            if (!Double.isNaN(vector[i])) {
                present[count] = SCHEMA.names().get(i);
                values[count++] = vector[i];
            }
        }
        return new ArrayExample<>(label, Arrays.copyOf(present, count), Arrays.copyOf(values, count));
    }

    /** Rows of the invented screen, their pathway activities drawn anew each time. */
    private static void assertParity(Model<Label> model) throws OrtException {
        double largest = 0;
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(OnnxExport.bytes(model, ABOUT))) {
            Map<String, String> told = session.getMetadata().getCustomMetadata();
            List<String> columns = told.get("fenton.features").lines().toList();
            int synergy = told.get("fenton.classes").lines().toList().indexOf(Trainer.SYNERGY);
            assertEquals("sha256:test", told.get("fenton.bundle"));
            assertTrue(told.get("TRIBUO_PROVENANCE").contains("Trainer"));
            RowSelection rows = rows();
            Random random = new Random(3);
            float[][] input = new float[ROWS][columns.size()];
            double[] expected = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                double[] vector = rows.vector(row % rows.size());
                for (int i = 0; i < vector.length; i++) {
                    if (SCHEMA.features().get(i).kind() == FeatureKind.PATHWAY && !Double.isNaN(vector[i])) {
                        vector[i] = (float) random.nextGaussian();
                    }
                    int column = columns.indexOf(SCHEMA.names().get(i));
                    if (column >= 0 && !Double.isNaN(vector[i])) {
                        input[row][column] = (float) vector[i];
                    }
                }
                expected[row] = model.predict(example(vector, new Label(Trainer.SYNERGY)))
                        .getOutputScores()
                        .get(Trainer.SYNERGY)
                        .getScore();
            }
            try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input);
                    OrtSession.Result result = session.run(Map.of("input", tensor))) {
                float[][] output =
                        (float[][]) result.get("output").orElseThrow().getValue();
                for (int row = 0; row < ROWS; row++) {
                    largest = Math.max(largest, Math.abs(expected[row] - output[row][synergy]));
                }
            }
        }
        System.out.println(model.getClass().getSimpleName() + ": largest difference under ONNX Runtime over " + ROWS
                + " rows " + largest);
        assertTrue(largest <= 1e-6, "largest difference " + largest);
    }

    @Test
    void treesAreRefusedByName() {
        ModelChoice choice = new ModelChoice("t", ModelChoice.Family.XGBOOST, 2, 2, 0.3);
        Model<Label> trees = new Trainer(SCHEMA, 5).train(choice, rows()).tribuo();
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> OnnxExport.bytes(trees, ABOUT));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith("head head is a XGBoostModel, which Tribuo 4.3.2 cannot"),
                refused.getMessage());
    }

    @Test
    void aBundleThatIsNotThereEndsInOneLineAndNoFile() {
        StringWriter error = new StringWriter();
        int exit = new CommandLine(new ExportOnnxCommand())
                .setErr(new PrintWriter(error))
                .execute(
                        "--bundle",
                        folder.toString(),
                        "--out",
                        folder.resolve("x.onnx").toString());
        assertEquals(2, exit);
        assertTrue(error.toString().startsWith("fenton export-onnx: no model bundle at"), error.toString());
        assertEquals(1, error.toString().lines().count());
        assertFalse(Files.exists(folder.resolve("x.onnx")));
    }
}
