package org.fenton.learning.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.fenton.learning.SyntheticScreen;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.files.Json;
import org.fenton.learning.measures.ScoredRows;
import org.fenton.learning.training.ConformalInterval;
import org.fenton.learning.training.Learner;
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
        byte[] figures = Json.pretty(again);
        assertTrue(read(bundle, figures).isEmpty(), "nothing lies beside it");
        Files.write(Reliability.beside(bundle), Json.pretty(bins));
        ObjectNode read = read(bundle, figures);
        assertEquals(Json.tree(bins.regimes()), read.path("reliability"));
        assertEquals(Json.tree(bins.tissues()), read.path("tissues"));
        assertEquals(
                "synthetic.reliability.json is of another evaluation: " + bins.evaluation(),
                read(bundle, "{}".getBytes(StandardCharsets.UTF_8))
                        .at("/reliability/problem")
                        .asText());
        Files.writeString(Reliability.beside(bundle), "{\"regimes\":");
        ObjectNode broken = read(bundle, figures);
        assertEquals(
                "synthetic.reliability.json cannot be read",
                broken.at("/reliability/problem").asText());
        assertFalse(broken.has("tissues"));
    }

    private static ObjectNode read(Path bundle, byte[] evaluation) {
        ObjectNode card = JsonNodeFactory.instance.objectNode();
        Reliability.addTo(card, bundle, evaluation);
        return card;
    }

    @Test
    void tissuesShareOutTheRowsAndTheirAbstentions() {
        LeaveDrugEvaluation evaluation = SyntheticScreen.leaveDrug();
        EvaluationReport again = evaluation.run(3);
        Map<String, TissueFigures> tissues = evaluation.reliability(again).tissues();
        assertEquals(Set.of("Lung", "Skin"), tissues.keySet());
        assertEquals(
                report.model().rows(),
                tissues.values().stream().mapToInt(TissueFigures::rows).sum());
        double abstained = again.folds().stream()
                .mapToDouble(fold -> fold.abstainedShare() * fold.testRows())
                .sum();
        assertEquals(
                abstained,
                tissues.values().stream()
                        .mapToDouble(t -> t.abstained() * t.rows())
                        .sum(),
                1e-2);
        for (TissueFigures tissue : tissues.values()) {
            double coverage = Objects.requireNonNull(tissue.coverage());
            assertTrue(tissue.pairs() > 0 && coverage >= 0 && coverage <= 1, tissue.toString());
            assertEquals(tissue.observed(), tissue.predicted(), 0.1);
        }
    }

    @Test
    void aTissueOfFewLinesHasNoCoverageInsteadOfNone() {
        TissueTally tally = new TissueTally();
        ConformalInterval wide = ConformalInterval.fit(
                List.of(
                        new ConformalInterval.PairShare(0.2, 0.1),
                        new ConformalInterval.PairShare(0.4, 0.6),
                        new ConformalInterval.PairShare(0.6, 0.4)),
                0.9);
        List<Learner.ScoredPair> four = IntStream.range(0, 4)
                .mapToObj(line -> new Learner.ScoredPair(new TrainingData.Row(0, 1, line, line * 3), 0.25))
                .toList();
        tally.add("Pleura", four, wide, 1);
        assertEquals(Map.of("Pleura", new TissueFigures(4, 0.25, 0.5, 0.25, 0, null)), tally.figures());
    }
}
