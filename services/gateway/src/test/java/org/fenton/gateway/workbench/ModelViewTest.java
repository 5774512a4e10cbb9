package org.fenton.gateway.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fenton.documents.Json;
import org.fenton.gateway.model.LiveUse;
import org.junit.jupiter.api.Test;

/** The shipped card as its page shows it: a model that a baseline beats says so, and what it is asked now stands beside its test. */
class ModelViewTest {
    private static JsonNode file(String path) throws IOException {
        return Json.parseAnswer(Files.readAllBytes(Path.of("../..").resolve(path)));
    }

    private static ModelView view(LiveUse live) throws IOException {
        JsonNode model = JsonNodeFactory.instance.objectNode().put("id", "zip-1");
        return ModelView.of(model, file("bundles/zip-1/card.json"), Optional.ofNullable(live));
    }

    @Test
    void aBaselineThatIsBetterIsNamed() throws IOException {
        JsonNode evaluation = file("bundles/zip-1/card.json").path("evaluation");
        double model = evaluation.at("/model/roc_auc/mean").asDouble();
        double lookup =
                evaluation.at("/baselines/base-rate-lookup/roc_auc/mean").asDouble();
        assertTrue(lookup > model, "the shipped bundle has changed: mend this test");
        assertEquals(
                "best baseline: base rate lookup (" + Numbers.fixed(lookup, 3) + "); the model is not better",
                view(null).measures().get(0).verdict());
    }

    @Test
    void moreAbstentionThanInAnyFoldIsSaid() throws IOException {
        String doubt = view(new LiveUse(60, 40, OptionalDouble.of(0.3))).drift().stream()
                .map(Understanding.Fact::doubt)
                .toList()
                .toString();
        assertTrue(doubt.contains("more than in any fold") && doubt.contains("above 0.2"), doubt);
        String calm = view(new LiveUse(1000, 1, OptionalDouble.empty())).drift().toString();
        assertTrue(!calm.contains("more than in any fold") && calm.contains("too few predictions"), calm);
        assertTrue(view(null).drift().isEmpty(), "what is not known is not shown as 0");
    }

    @Test
    void whatLiesBesideTheBundleIsDrawnAPlotARegime() throws IOException {
        assertTrue(
                view(null).reliability().isEmpty() && view(null).noReliability().contains("No bins"), "bare card");
        ObjectNode card = (ObjectNode) file("bundles/zip-1/card.json");
        JsonNode model = JsonNodeFactory.instance.objectNode().put("id", "zip-1");
        ModelView foreign = ModelView.of(
                model,
                card.deepCopy()
                        .set(
                                "reliability",
                                JsonNodeFactory.instance.objectNode().put("problem", "x is of another evaluation")),
                Optional.empty());
        assertEquals("x is of another evaluation", foreign.noReliability());
        assertTrue(foreign.reliability().isEmpty());
        JsonNode regimes = file("bundles/zip-1.reliability.json").path("regimes");
        ModelView drawn = ModelView.of(model, card.set("reliability", regimes), Optional.empty());
        assertEquals(
                List.of("all held-out rows", "both drugs unseen", "without pathways"),
                drawn.reliability().stream().map(ReliabilityPlot::regime).toList());
    }

    @Test
    void aTissueHasALineAndWithoutPairsADash() throws IOException {
        assertTrue(view(null).tissues().isEmpty(), "bare card");
        ObjectNode card = (ObjectNode) file("bundles/zip-1/card.json");
        JsonNode tissues = file("bundles/zip-1.reliability.json").path("tissues");
        JsonNode model = JsonNodeFactory.instance.objectNode().put("id", "zip-1");
        List<ModelView.TissueLine> lines = ModelView.of(model, card.set("tissues", tissues), Optional.empty())
                .tissues();
        assertEquals(tissues.size(), lines.size());
        assertTrue(lines.size() > 1, "the shipped file has tissues");
        for (ModelView.TissueLine line : lines) {
            assertEquals(line.pairs().equals("0"), line.coverage().equals("–"), line.toString());
        }
    }

    @Test
    void aPlotHasAMarkABin() throws IOException {
        JsonNode bins = file("bundles/zip-1.reliability.json").at("/regimes/both-drugs-unseen");
        ReliabilityPlot plot = ReliabilityPlot.of("all", bins).orElseThrow();
        assertEquals(bins.size(), plot.marks().size());
        for (int i = 1; i < bins.size(); i++) {
            assertTrue(plot.marks().get(i).x() >= plot.marks().get(i - 1).x(), "bins go from left to right");
        }
        for (ReliabilityPlot.Mark mark : plot.marks()) {
            boolean above = Double.parseDouble(mark.observed()) > Double.parseDouble(mark.predicted());
            assertTrue(
                    above == (mark.y() < 250 - (mark.x() - 34))
                            || mark.observed().equals(mark.predicted()),
                    mark + "");
        }
    }
}
