package org.fenton.local.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenton.local.Clone;
import org.junit.jupiter.api.Test;

/** The component {@code monitoring} brings the alert rules and the dashboard of deploy/observability; each alert is explained. */
class MonitoringTest {
    private static final Path OBSERVABILITY = Clone.ROOT.resolve("deploy/observability");
    private static final Path COMPONENT = Manifests.K8S.resolve("components/monitoring");
    private static final ObjectMapper YAML = new ObjectMapper(
            new YAMLFactory().enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).disable(YAMLGenerator.Feature.SPLIT_LINES));

    private static JsonNode alerts() throws IOException {
        return YAML.readTree(OBSERVABILITY.resolve("alerts.yaml").toFile());
    }

    private static void assertKept(String made, Path file) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, made);
        }
        assertEquals(made, Files.readString(file));
    }

    @Test
    void theRulesAreThoseOfTheAlertFile() throws IOException {
        ObjectNode rule = YAML.createObjectNode()
                .put("apiVersion", "monitoring.coreos.com/v1")
                .put("kind", "PrometheusRule");
        rule.putObject("metadata").put("name", "fenton");
        rule.putObject("spec").set("groups", alerts().path("groups"));
        assertKept(YAML.writeValueAsString(rule), COMPONENT.resolve("rules.yaml"));
    }

    /** kustomize reads no file outside of its folder. */
    @Test
    void theDashboardIsACopy() throws IOException {
        assertKept(Files.readString(OBSERVABILITY.resolve("dashboard.json")), COMPONENT.resolve("dashboard.json"));
    }

    @Test
    void everyAlertIsExplainedWhereItPoints() throws IOException {
        List<JsonNode> rules = alerts().findParents("alert");
        assertTrue(rules.size() > 5, "alerts: " + rules.size());
        for (JsonNode rule : rules) {
            String[] runbook = rule.at("/annotations/runbook").asText().split("#");
            List<String> headings = Files.readAllLines(Clone.ROOT.resolve(runbook[0])).stream()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceAll("^#+ ", "").toLowerCase())
                    .toList();
            assertTrue(headings.contains(runbook[1]), rule.path("alert") + " has no heading in " + runbook[0]);
        }
    }
}
