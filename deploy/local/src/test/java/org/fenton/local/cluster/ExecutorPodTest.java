package org.fenton.local.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pods that the driver of re-scoring asks for keep the rules of all other pods. What Spark adds to the template is added
 * here; {@code PodMasterTest} of the job sees it added.
 */
class ExecutorPodTest {
    /** A release whose driver's pod template is that of its executors. */
    private static Subject executor() throws IOException {
        Manifests release = Manifests.kept("pods").copy();
        JsonNode map = release.ofKind("ConfigMap").stream()
                .filter(each -> Manifests.name(each).startsWith("rescoring-executor"))
                .findFirst()
                .orElseThrow();
        JsonNode template = Manifests.of(
                        "template", map.at("/data/executor.yaml").asText())
                .objects()
                .get(0);
        JsonNode driver = release.find("Job", "rescoring-once").orElseThrow();
        JsonNode container = driver.at("/spec/template/spec/containers/0");
        ObjectNode executor = (ObjectNode) template.at("/spec/containers/0");
        executor.set("image", container.path("image"));
        for (String kind : List.of("requests", "limits")) {
            ((ObjectNode) executor.at("/resources/" + kind))
                    .put("cpu", setting(container, "spark.kubernetes.executor.limit.cores"))
                    .put("memory", "2Gi");
        }
        ((ObjectNode) driver.path("spec")).set("template", template);
        return new Subject(release, driver);
    }

    private static String setting(JsonNode container, String name) {
        String start = "--conf=" + name + "=";
        for (JsonNode argument : container.path("args")) {
            if (argument.asText().startsWith(start)) {
                return argument.asText().substring(start.length());
            }
        }
        throw new AssertionError(name + " is not set");
    }

    @Test
    void everyRuleForPodsHolds() throws IOException {
        Subject executor = executor();
        List<Policy> rules = Stream.concat(PodPolicies.ALL.stream(), NetworkPolicies.ALL.stream())
                .filter(policy -> policy.concerns().test(executor))
                .toList();
        assertEquals(
                List.of(),
                rules.stream()
                        .filter(policy -> !policy.holds().test(executor))
                        .map(Policy::name)
                        .toList());
        assertTrue(rules.size() > 10, "rules: " + rules.size());
    }

    @Test
    void driverAndExecutorsHaveTheSameClaimAndSecretAtTheSamePlaces() throws IOException {
        JsonNode driver = Manifests.kept("pods")
                .find("Job", "rescoring-once")
                .orElseThrow()
                .at("/spec/template/spec");
        JsonNode executor = executor().pod();
        for (String place : List.of("/data", "/spark")) {
            assertEquals(source(driver, place), source(executor, place), place);
        }
        String secret = setting(driver.at("/containers/0"), "spark.authenticate.secret.file");
        assertTrue(secret.startsWith("/spark/"), secret);
    }

    /** What is mounted at a place, without the name that the pod has for it. */
    private static JsonNode source(JsonNode pod, String place) {
        for (JsonNode mount : pod.at("/containers/0/volumeMounts")) {
            for (JsonNode volume : pod.path("volumes")) {
                if (mount.path("mountPath").asText().equals(place)
                        && volume.path("name").equals(mount.path("name"))) {
                    ObjectNode source = volume.deepCopy();
                    source.remove("name");
                    return source;
                }
            }
        }
        throw new AssertionError("nothing is mounted at " + place);
    }
}
