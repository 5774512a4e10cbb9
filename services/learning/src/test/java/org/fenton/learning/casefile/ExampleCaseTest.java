package org.fenton.learning.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenton.core.pathway.Scale;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The shipped case is what the raw table of GSE37699 gives; recomputed wherever that table is at hand. */
class ExampleCaseTest {
    private static final Path EXAMPLE = Path.of("../../deploy/local/examples/h1975-wz4002-resistant.json");
    private static final Path RAW = Path.of("../../../shared/data/expression/H1975_WZ4002-resistant_vs_parental.tsv");

    private static JsonNode example() throws IOException {
        return new ObjectMapper().readTree(EXAMPLE.toFile());
    }

    @Test
    void equalsTheRawTable() throws IOException, BundleException {
        Assumptions.assumeTrue(Files.exists(RAW), "no " + RAW + " here: the example is not recomputed");
        JsonNode shipped = example();
        CaseFile.Heading heading = new CaseFile.Heading(
                shipped.get("label").asText(),
                "INDUCE",
                "LUAD",
                "WZ4002",
                shipped.at("/provenance/source").asText());
        JsonNode recomputed = new CaseFile(ModelBundle.load(Path.of("../../bundles/zip-1")))
                .of(heading, CaseCommand.read(RAW, Scale.CONTRAST).profile(0));
        // The bundle that made the shipped file is history; its networks, hence the figures, must be today's.
        ((ObjectNode) shipped.get("provenance")).remove("inferredBy");
        ((ObjectNode) recomputed.get("provenance")).remove("inferredBy");
        assertEquals(shipped, recomputed);
    }

    @Test
    void isResistantMinusParental() throws IOException {
        JsonNode reported = example().get("reported");
        assertTrue(score(reported, "progeny", "JAK-STAT") < 0, "JAK-STAT is lower in the resistant line");
        assertTrue(score(reported, "collectri", "STAT3") < 0, "STAT3 is lower in the resistant line");
        assertTrue(reported.at("/genes/SLC7A11").doubleValue() > 0, "SLC7A11 is higher in the resistant line");
    }

    private static double score(JsonNode reported, String network, String source) {
        for (JsonNode activity : reported.get("activities")) {
            if (activity.get("network").asText().equals(network)
                    && activity.get("source").asText().equals(source)) {
                return activity.get("score").doubleValue();
            }
        }
        throw new AssertionError("no " + network + " " + source);
    }
}
