package org.fenton.learning.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.ScreenFixture;
import org.fenton.learning.evaluation.ProtocolReport.Figure;
import org.fenton.learning.files.Json;
import org.fenton.learning.training.Fold;
import org.fenton.learning.training.RowLearner;
import org.fenton.learning.training.RowModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolRunTest {
    @TempDir
    private Path work;

    /** Counts how often it is fitted; learns as boosting on identities does. */
    private static final class Counting implements RowLearner {
        private final AtomicInteger fits = new AtomicInteger();
        private final RowLearner boosting = new OneHotBoosting();

        @Override
        public String label() {
            return "counting";
        }

        @Override
        public String settings() {
            return "counting " + boosting.settings();
        }

        @Override
        public RowModel fit(Fold fold, long seed, Consumer<String> progress) {
            fits.incrementAndGet();
            return boosting.fit(fold, seed, progress);
        }
    }

    private final Counting model = new Counting();

    private ProtocolReport run(Protocol protocol, Screen screen, int threads, boolean resume) throws IOException {
        List<RowLearner> baselines = new ArrayList<>(KeyedMeans.all());
        baselines.add(new SingleAgentRule(SingleAgentRule.Reference.HSA, SingleAgentEffects.none()));
        return new ProtocolRun(
                        protocol,
                        screen,
                        new ProtocolRun.Plan(model, baselines, 1, Map.of("invented", "none"), threads),
                        AnswerStore.open(work, resume),
                        step -> {})
                .run();
    }

    @Test
    void findsTheRuleThatWasBuiltInAndTheControlDoesNot() throws IOException {
        ProtocolReport report = run(Protocol.DEEPDDS_LEAVE_COMBINATION, ScreenFixture.pairs(), 2, false);
        Figure auc = report.model().figures().get("roc_auc");
        assertTrue(auc.value() > 0.75, "model " + auc.value());
        assertTrue(auc.lower() <= auc.value() && auc.value() <= auc.upper());
        double control = report.baselines()
                .get("label-shuffled-control")
                .figures()
                .get("roc_auc")
                .value();
        assertEquals(0.5, control, 0.12);
        assertEquals(
                0.5,
                report.baselines().get("base-rate").figures().get("roc_auc").value());
    }

    @Test
    void anUndefinedAnswerIsCountedAndNotGuessed() throws IOException {
        ProtocolReport report = run(Protocol.DEEPDDS_LEAVE_COMBINATION, ScreenFixture.pairs(), 2, false);
        for (String undefined : List.of("pair-mean", "hsa-of-single-agents")) {
            ProtocolReport.Scored scored = report.baselines().get(undefined);
            assertEquals(0, scored.rows(), undefined);
            assertEquals(ScreenFixture.pairs().size(), scored.undefinedRows(), undefined);
            assertTrue(scored.figures().isEmpty(), undefined);
        }
        assertEquals(0, report.model().undefinedRows());
    }

    @Test
    void twoUnseenDrugsAreASliceOfTheirOwn() throws IOException {
        ProtocolReport report = run(Protocol.DRUGCOMBDB_LEAVE_DRUG, ScreenFixture.pairs(), 2, false);
        ProtocolReport.Slice both = report.slices().get("both-drugs-unseen");
        ProtocolReport.Slice one = report.slices().get("one-drug-unseen");
        assertTrue(both.rows() > 0);
        assertEquals(report.model().rows(), both.rows() + one.rows());
        assertEquals(both.rows(), both.baselines().get("drug-mean").undefinedRows());
        assertEquals(0, one.baselines().get("drug-mean").undefinedRows());
    }

    @Test
    void oneThreadOrTwoAndResumedOrNotTheBytesAreTheSame() throws IOException {
        byte[] once = Json.pretty(run(Protocol.SANGER_LEAVE_PAIR, ScreenFixture.pairs(), 1, false));
        assertEquals(10, model.fits.get(), "five folds and five controls");
        assertArrayEquals(once, Json.pretty(run(Protocol.SANGER_LEAVE_PAIR, ScreenFixture.pairs(), 2, true)));
        assertEquals(10, model.fits.get(), "everything was kept");
        flipAByteOfOneAnswer();
        assertArrayEquals(once, Json.pretty(run(Protocol.SANGER_LEAVE_PAIR, ScreenFixture.pairs(), 2, true)));
        assertEquals(11, model.fits.get(), "the spoilt answer is made anew");
        assertArrayEquals(once, Json.pretty(run(Protocol.SANGER_LEAVE_PAIR, ScreenFixture.pairs(), 2, false)));
        assertEquals(21, model.fits.get(), "without resume nothing is reused");
    }

    private void flipAByteOfOneAnswer() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            Path file = files.filter(f -> f.getFileName().toString().contains("-counting-"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[20] ^= 1;
            Files.write(file, bytes);
        }
    }

    @Test
    void theReportIsOneObjectWithItsMeasures() throws IOException {
        JsonNode json = Json.tree(Json.pretty(run(Protocol.ONEIL_DEEPSYNERGY_FOLDS, ScreenFixture.pairs(), 2, false)));
        assertEquals("oneil-deepsynergy-folds", json.get("protocol").asText());
        for (String measure : List.of(
                "roc_auc", "pr_auc", "brier", "calibration_error", "kappa", "pearson", "per_drug_correlation")) {
            JsonNode figure = json.get("model").get(measure);
            assertTrue(figure.get("lower").asDouble() <= figure.get("value").asDouble(), measure);
            assertTrue(figure.get("value").asDouble() <= figure.get("upper").asDouble(), measure);
            assertTrue(json.get("baselines").get("drug-mean").has(measure), measure);
            assertTrue(json.get("folds").get(0).get("model").has(measure), measure);
        }
        assertEquals(5, json.get("folds").size());
        assertFalse(json.get("folds").get(0).get("held_out").isEmpty());
        assertFalse(new String(Json.pretty(json)).contains("NaN"));
    }

    @Test
    void theLeadIsTheDifferenceToTheStrongestBaseline() throws IOException {
        ProtocolReport report = run(Protocol.DEEPDDS_LEAVE_COMBINATION, ScreenFixture.pairs(), 2, false);
        ProtocolReport.Lead lead = report.lead();
        double best =
                report.baselines().get(lead.over()).figures().get("roc_auc").value();
        Figure auc = lead.figures().get("roc_auc");
        assertEquals(report.model().figures().get("roc_auc").value() - best, auc.value(), 2e-6);
        assertTrue(auc.lower() < auc.value() && auc.value() < auc.upper());
        report.baselines().forEach((name, scored) -> {
            if (!name.equals("label-shuffled-control") && scored.figures().containsKey("roc_auc")) {
                assertTrue(scored.figures().get("roc_auc").value() <= best, name);
            }
        });
        assertEquals(ScreenFixture.pairs().size(), lead.rows());
    }

    @Test
    void theTableNamesTheAimAndWhetherItWasReached() throws IOException {
        String table = ProtocolTable.text(run(Protocol.DEEPDDS_LEAVE_TISSUE, ScreenFixture.pairs(), 2, false));
        assertTrue(table.matches("(?s).*aim roc_auc >= 0\\.880: 0\\.\\d{3}, (reached|missed).*"), table);
        assertTrue(table.contains("model: counting"), table);
        assertTrue(table.contains("line-mean"), table);
    }
}
