package org.fenton.learning.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenton.learning.SyntheticScreen;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.training.LearnedHead;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleTest {
    private static BundleFiles trained;

    @TempDir
    Path directory;

    @BeforeAll
    static void train() throws IOException {
        trained = SyntheticScreen.bundle();
    }

    @BeforeEach
    void write() throws IOException {
        trained.write(directory);
    }

    @Test
    void twoTrainingsGiveOneHash() throws IOException {
        assertEquals(trained.id(), SyntheticScreen.bundle().id());
    }

    @Test
    void whatIsLoadedScoresBitForBitWhatWasTrained() throws BundleException {
        ModelBundle loaded = ModelBundle.load(directory);
        LearnedHead head = SyntheticScreen.head();
        TrainingData data = SyntheticScreen.data();
        assertEquals(trained.id(), loaded.id());
        for (TrainingData.Row row : data.rows()) {
            double[] vector = loaded.features()
                    .vector(
                            data.lines().get(row.line()).state(),
                            data.drugs().get(row.drugA()).description(),
                            data.drugs().get(row.drugB()).description());
            assertEquals(
                    Double.doubleToRawLongBits(head.model().scoring().probability(vector)),
                    Double.doubleToRawLongBits(loaded.model().probability(vector)));
        }
        assertEquals(head.views(), loaded.document().views());
    }

    @Test
    void aFlippedByteIsRefused() throws IOException {
        Path file = directory.resolve(BundleFiles.SCORING);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertTrue(refusal().startsWith("the bundle's file model.scoring.bin was changed"), refusal());
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        Files.delete(directory.resolve(BundleFiles.GENES));
        assertEquals("the bundle lacks its file reference/genes.tsv", refusal());
    }

    @Test
    void aFileNobodyNamedIsRefused() throws IOException {
        Files.writeString(directory.resolve("notes.txt"), "mine");
        assertEquals("the bundle holds a file it does not name: notes.txt", refusal());
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        Path file = directory.resolve(BundleDocument.FILE);
        Files.writeString(file, Files.readString(file).replace(BundleDocument.FORMAT, "fenton-bundle/2"));
        assertEquals(
                "the bundle has format fenton-bundle/2; this command reads fenton-bundle/1, train it again or name another bundle",
                refusal());
    }

    @Test
    void noBundleAtAllIsSaidInOneLine() {
        BundleException refused =
                assertThrows(BundleException.class, () -> ModelBundle.load(directory.resolve("nowhere")));
        assertTrue(refused.getMessage().startsWith("no model bundle at"), refused.getMessage());
    }

    @Test
    void theCardTellsTheEvaluationsNumbers() throws BundleException {
        ModelBundle loaded = ModelBundle.load(directory);
        double auc = loaded.card().at("/evaluation/model/roc_auc/mean").asDouble();
        String card = ModelCard.of(loaded).markdown();
        assertTrue(card.contains(
                "| **model** | " + loaded.card().at("/evaluation/model/rows").asInt() + " | "
                        + String.format(java.util.Locale.ROOT, "%.3f", auc)));
        assertTrue(card.contains(loaded.id()));
    }

    private String refusal() {
        return String.valueOf(assertThrows(BundleException.class, () -> ModelBundle.load(directory))
                .getMessage());
    }
}
