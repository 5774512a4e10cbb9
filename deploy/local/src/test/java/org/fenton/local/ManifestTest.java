package org.fenton.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifests as written, and, where kubectl is at hand, as rendered. */
class ManifestTest {
    private static final Path K8S = Clone.ROOT.resolve("k8s");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    private static List<JsonNode> documents(Path file) throws IOException {
        return YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(file.toFile())
                .readAll();
    }

    private static List<JsonNode> written() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(K8S)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                all.addAll(documents(file));
            }
        }
        return all.stream()
                .filter(document -> !kind(document).equals("Kustomization"))
                .toList();
    }

    private static String kind(JsonNode document) {
        return document.path("kind").asText();
    }

    private static String name(JsonNode document) {
        return document.at("/metadata/name").asText();
    }

    private static List<JsonNode> ofKind(List<JsonNode> documents, String kind) {
        return documents.stream()
                .filter(document -> kind(document).equals(kind))
                .toList();
    }

    /** The pod template of whatever runs pods. */
    private static List<JsonNode> podSpecs(List<JsonNode> documents) {
        return documents.stream()
                .map(document -> document.at(
                        kind(document).equals("CronJob")
                                ? "/spec/jobTemplate/spec/template/spec"
                                : "/spec/template/spec"))
                .filter(JsonNode::isObject)
                .toList();
    }

    @Test
    void everyFileHoldsNamedObjects() throws IOException {
        List<JsonNode> documents = written();
        assertFalse(documents.isEmpty());
        Set<String> seen = new HashSet<>();
        for (JsonNode document : documents) {
            assertTrue(document.hasNonNull("apiVersion"), document.toString());
            assertTrue(
                    seen.add(kind(document) + "/" + name(document)), "twice: " + kind(document) + "/" + name(document));
        }
    }

    @Test
    void everyPodIsRestricted() throws IOException {
        List<JsonNode> pods = podSpecs(written());
        assertEquals(5, pods.size(), "catalog, model, gateway, rescoring and the local postgres");
        for (JsonNode pod : pods) {
            assertFalse(pod.path("automountServiceAccountToken").asBoolean(true), pod.toString());
            assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean(), pod.toString());
            assertEquals(
                    "RuntimeDefault",
                    pod.at("/securityContext/seccompProfile/type").asText());
            assertFalse(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC"));
            for (JsonNode container : pod.path("containers")) {
                assertRestricted(container);
            }
            for (JsonNode volume : pod.path("volumes")) {
                assertFalse(volume.has("hostPath"), volume.toString());
                assertTrue(
                        !volume.has("emptyDir")
                                || volume.at("/emptyDir/sizeLimit").isTextual(),
                        "unsized: " + volume);
            }
        }
    }

    private static void assertRestricted(JsonNode container) {
        JsonNode security = container.path("securityContext");
        assertFalse(security.path("allowPrivilegeEscalation").asBoolean(true), container.toString());
        assertTrue(security.path("readOnlyRootFilesystem").asBoolean(), container.toString());
        assertEquals("[\"ALL\"]", security.at("/capabilities/drop").toString());
        assertFalse(security.has("privileged") || security.at("/capabilities").has("add"));
        for (String bound :
                List.of("/resources/requests/cpu", "/resources/requests/memory", "/resources/limits/memory")) {
            assertTrue(container.at(bound).isTextual(), container.path("name").asText() + " lacks " + bound);
        }
    }

    @Test
    void everyServiceHasThreeDistinctProbes() throws IOException {
        List<JsonNode> deployments = ofKind(written(), "Deployment");
        assertEquals(3, deployments.size());
        for (JsonNode deployment : deployments) {
            JsonNode container = deployment.at("/spec/template/spec/containers/0");
            assertEquals(
                    "/q/health/started",
                    container.at("/startupProbe/httpGet/path").asText());
            assertEquals(
                    "/q/health/ready",
                    container.at("/readinessProbe/httpGet/path").asText());
            assertEquals(
                    "/q/health/live",
                    container.at("/livenessProbe/httpGet/path").asText());
        }
    }

    @Test
    void everyDeploymentHasWhatHighAvailabilityNeeds() throws IOException {
        List<JsonNode> documents = written();
        for (JsonNode deployment : ofKind(documents, "Deployment")) {
            for (String kind : List.of(
                    "Service", "ServiceAccount", "PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy")) {
                assertTrue(
                        ofKind(documents, kind).stream()
                                .anyMatch(each -> name(each).equals(name(deployment))),
                        name(deployment) + " has no " + kind);
            }
            assertFalse(
                    deployment.at("/spec").has("replicas"), "the autoscaler owns the replicas of " + name(deployment));
            assertEquals(
                    2,
                    deployment
                            .at("/spec/template/spec/topologySpreadConstraints")
                            .size());
        }
    }

    @Test
    void nothingMayTalkUnlessNamed() throws IOException {
        List<JsonNode> policies = ofKind(written(), "NetworkPolicy");
        JsonNode deny = policies.stream()
                .filter(policy -> name(policy).equals("default-deny"))
                .findFirst()
                .orElseThrow();
        assertEquals("{}", deny.at("/spec/podSelector").toString());
        assertEquals("[\"Ingress\",\"Egress\"]", deny.at("/spec/policyTypes").toString());
        assertFalse(deny.path("spec").has("ingress") || deny.path("spec").has("egress"));
        for (JsonNode policy : policies) {
            for (String way : List.of("ingress", "egress")) {
                for (JsonNode rule : policy.at("/spec/" + way)) {
                    JsonNode peers = rule.path(way.equals("ingress") ? "from" : "to");
                    assertFalse(
                            peers.isEmpty(), name(policy) + ": an " + way + " rule without peers opens to everyone");
                    peers.forEach(peer -> assertNotEquals("{\"podSelector\":{}}", peer.toString()));
                }
            }
        }
    }

    @Test
    void noCredentialIsWrittenIntoADeployment() throws IOException {
        for (JsonNode pod : podSpecs(written())) {
            for (JsonNode variable : pod.at("/containers/0/env")) {
                if (variable.path("name").asText().matches(".*(PASSWORD|USER|USERNAME|JDBC_URL)")) {
                    assertTrue(variable.at("/valueFrom/secretKeyRef/name").isTextual(), variable.toString());
                }
            }
        }
    }

    @Test
    void overlaysRender() throws Exception {
        requireKubectl();
        assertEquals(
                1,
                ofKind(rendered(K8S.resolve("overlays/local")), "StatefulSet").size());
        List<JsonNode> production = rendered(K8S.resolve("overlays/prod"));
        assertTrue(ofKind(production, "Secret").isEmpty(), "production secrets are made outside the repository");
        assertTrue(ofKind(production, "Ingress")
                .get(0)
                .at("/spec/tls/0/secretName")
                .isTextual());
        for (JsonNode scaler : ofKind(production, "HorizontalPodAutoscaler")) {
            assertEquals(2, scaler.at("/spec/minReplicas").asInt());
        }
        for (JsonNode pod : podSpecs(production)) {
            assertTrue(pod.at("/containers/0/image").asText().endsWith(":unreleased"), "only a release names an image");
        }
    }

    @Test
    void aReleaseNamesEveryImageByDigest(@TempDir Path folder) throws Exception {
        requireKubectl();
        // kustomize follows relative paths only, so the overlay stands beside a copy
        run(List.of("cp", "-r", K8S.toString(), folder.toString()));
        Path copy = folder.resolve("k8s");
        run(List.of(
                copy.resolve("release").toString(),
                "registry.test/fenton",
                "catalog=" + DIGEST,
                "model=" + DIGEST,
                "gateway=" + DIGEST,
                "rescoring=" + DIGEST));
        List<JsonNode> pods = podSpecs(rendered(copy.resolve("overlays/release")));
        assertEquals(4, pods.size());
        for (JsonNode pod : pods) {
            String image = pod.at("/containers/0/image").asText();
            assertTrue(image.matches("registry\\.test/fenton/fenton-[a-z]+@" + DIGEST), image);
        }
    }

    @Test
    void aReleaseRefusesWhatIsNoDigest() throws Exception {
        Process release = new ProcessBuilder(K8S.resolve("release").toString(), "registry.test", "catalog=latest")
                .redirectErrorStream(true)
                .start();
        String said = new String(release.getInputStream().readAllBytes());
        assertEquals(2, release.waitFor());
        assertEquals("release: catalog: latest is not sha256: and 64 hex digits\n", said);
    }

    private static void requireKubectl() {
        boolean present = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
        if (!present) {
            System.err.println("SKIPPED: kubectl is not on PATH, so the overlays were NOT rendered");
        }
        Assumptions.assumeTrue(present, "kubectl is not on PATH");
    }

    private static List<JsonNode> rendered(Path overlay) throws Exception {
        return YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(run(List.of("kubectl", "kustomize", overlay.toString())))
                .readAll();
    }

    private static String run(List<String> command) throws Exception {
        Path errors = Files.createTempFile("fenton", ".err");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), () -> command + ": " + read(errors));
        return output;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
