package org.fenton.learning.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenton.learning.SyntheticScreen;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.files.Json;
import org.fenton.learning.measures.ScoredRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaveDrugEvaluationTest {
    private final EvaluationReport report = SyntheticScreen.evaluation();

    @Test
    void findsTheRuleThatWasBuiltInAndTheControlDoesNot() {
        double model = report.model().figures().get("roc_auc").mean();
        double control = report.baselines()
                .get("label-shuffled-control")
                .figures()
                .get("roc_auc")
                .mean();
        assertTrue(model > 0.85, "model " + model);
        assertTrue(control < 0.65, "control " + control);
    }

    @Test
    void everyPredictorSeesTheSameRowsUnlessUndefined() {
        for (Baseline baseline : Baseline.values()) {
            int rows = report.baselines().get(baseline.key()).rows();
            assertEquals(baseline == Baseline.PAIR_MEAN ? 0 : report.model().rows(), rows, baseline.key());
        }
        assertEquals(
                report.model().rows(),
                report.undefinedRows().get("pair-mean").stream()
                        .mapToInt(i -> i)
                        .sum(),
                "a pair with an unseen drug is never in training");
    }

    @Test
    void baseRateIsTheTrainingRateAndRanksNothing() {
        assertEquals(
                0.5,
                report.baselines().get("base-rate").figures().get("roc_auc").mean());
    }

    @Test
    void sameSeedSameBytes() {
        assertArrayEquals(Json.pretty(report), Json.pretty(SyntheticScreen.evaluation()));
    }

    @Test
    void everyFoldIsPrintedWithinItsInterval() {
        EvaluationReport.Figure auc = report.model().figures().get("roc_auc");
        assertEquals(3, auc.folds().size());
        assertTrue(auc.lower() <= auc.mean() && auc.mean() <= auc.upper());
        TrainingData data = SyntheticScreen.data();
        assertEquals(
                data.drugs().size(),
                report.folds().stream().mapToInt(f -> f.heldOutDrugs().size()).sum());
    }

    @Test
    void theBinsHoldEveryHeldOutRowAndNameTheirEvaluation(@TempDir Path folder) throws IOException {
        LeaveDrugEvaluation evaluation = SyntheticScreen.leaveDrug();
        EvaluationReport again = evaluation.run(3);
        Reliability bins = evaluation.reliability(again);
        assertEquals(
                report.model().rows(),
                bins.regimes().get("model").stream()
                        .mapToInt(ScoredRows.Bin::rows)
                        .sum());
        assertEquals(
                report.subgroups().get("both-drugs-unseen").rows(),
                bins.regimes().get("both-drugs-unseen").stream()
                        .mapToInt(ScoredRows.Bin::rows)
                        .sum());
        Path bundle = folder.resolve("synthetic");
        assertTrue(Reliability.read(bundle, Json.pretty(again)).isEmpty(), "nothing lies beside it");
        Files.write(Reliability.beside(bundle), Json.pretty(bins));
        JsonNode read = Reliability.read(bundle, Json.pretty(again)).orElseThrow();
        assertEquals(Json.tree(bins.regimes()), read);
        assertEquals(
                "synthetic.reliability.json is of another evaluation: " + bins.evaluation(),
                Reliability.read(bundle, "{}".getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .path("problem")
                        .asText());
        Files.writeString(Reliability.beside(bundle), "{\"regimes\":");
        assertEquals(
                "synthetic.reliability.json cannot be read",
                Reliability.read(bundle, Json.pretty(again))
                        .orElseThrow()
                        .path("problem")
                        .asText());
    }
}
