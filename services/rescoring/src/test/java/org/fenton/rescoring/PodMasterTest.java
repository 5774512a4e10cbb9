package org.fenton.rescoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fenton.rescoring.SmallCohort.Run;
import org.fenton.rescoring.trial.JobProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real job under {@code k8s://} with the settings, the pod template and the Role of the component rescore-pods. A stand-in
 * for the API server refuses what the Role does not name, and one for a node runs the pods that are asked for as processes.
 */
class PodMasterTest {
    private static final Path COMPONENT = Path.of("../../k8s/components/rescore-pods");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String DRIVER = "rescoring-29390000-abcde";
    private static final String IMAGE = "registry.test/fenton-rescoring@sha256:" + "0123456789abcdef".repeat(4);
    private static final int ROWS = 160;
    /** What driver.yaml gives an executor: so many rankings are under way in each that dies. */
    private static final int CORES = 2;

    @TempDir
    static Path folder;

    private static Role role() throws IOException {
        try (InputStream accounts = Files.newInputStream(COMPONENT.resolve("accounts.yaml"))) {
            return YAML.readerFor(Role.class).<Role>readValues(accounts).next();
        }
    }

    /** What the component adds to the arguments of the job, as its pod would be given it. */
    private static List<String> arguments(String address, Path secret) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (JsonNode patch : YAML.readTree(COMPONENT.resolve("driver.yaml").toFile())) {
            if (patch.path("path").asText().endsWith("/args/-")) {
                arguments.add(patch.path("value")
                        .asText()
                        .replace("https://kubernetes.default.svc", address)
                        .replace("$(POD_NAMESPACE)", ApiServer.NAMESPACE)
                        .replace("$(POD_NAME)", DRIVER)
                        .replace("$(POD_IP)", "127.0.0.1")
                        .replace("/executor/", COMPONENT.toAbsolutePath().normalize() + "/")
                        .replace("/spark/secret", secret.toString()));
            }
        }
        return arguments;
    }

    private static Pod driver() {
        return new PodBuilder()
                .withNewMetadata()
                .withName(DRIVER)
                .withUid("11111111-2222-3333-4444-555555555555")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("rescoring")
                .withImage(IMAGE)
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();
    }

    @Test
    void executorsArePodsThatTheRoleSufficesForAndThoseThatDieAreReplaced() throws Exception {
        SmallCohort small = new SmallCohort(folder);
        Path cohort = small.cohort("cohort.ndjson", SmallCohort.lines(0, ROWS));
        Path counted = folder.resolve("counted");
        Path secret = Files.writeString(folder.resolve("secret"), "a secret of this test, long enough");
        long killed;
        try (ApiServer server = new ApiServer(role())) {
            KubernetesClient cluster = server.node();
            cluster.pods().resource(driver()).create();
            List<String> given = arguments(server.address(), secret);
            given.addAll(List.of("--count-file=" + counted, "--part-size=" + (Files.size(cohort) / 6 + 1)));
            try (Node node = new Node(cluster, Files.createDirectories(folder.resolve("node")));
                    JobProcess job = JobProcess.start(
                            folder.resolve("job.log"), small.arguments(cohort, "pods", given.toArray(String[]::new)))) {
                assertTrue(job.waitFor(counted, ROWS / 8), () -> said(job, node));
                killed = node.kill();
                assertTrue(killed > 0, () -> said(job, node));
                assertEquals(0, job.exitCode(), () -> said(job, node));
                assertEquals(Set.of(), server.refused(), "asked for and not granted");
                assertEquals(server.granted(), server.used(), "granted and asked for");
                assertTrue(
                        node.asked().size() > killed,
                        "of " + killed + " that died one was replaced at least, for none was left to end the job: "
                                + node.asked().size());
                node.asked().forEach(PodMasterTest::assertRestricted);
                assertEquals(
                        List.of(DRIVER),
                        cluster.pods().list().getItems().stream()
                                .map(pod -> pod.getMetadata().getName())
                                .toList(),
                        "nothing is left but the driver's pod");
            }
        }
        Run alone = small.run(cohort, "alone", "--master=local[1]");
        assertEquals(small.rankings("alone"), small.rankings("pods"));
        assertEquals(0, alone.code());
        long made = Files.size(counted);
        assertTrue(
                made >= ROWS && made <= ROWS + CORES * killed,
                made + " rankings made, " + killed + " executors killed");
    }

    private static String said(JobProcess job, Node node) {
        try {
            return job.said() + node.said();
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    /** What Kubernetes' standard Restricted asks of a pod, and what network policies and quotas here go by. */
    private static void assertRestricted(Pod pod) {
        assertEquals("rescoring-executor", pod.getMetadata().getLabels().get("app.kubernetes.io/name"));
        assertEquals(DRIVER, pod.getMetadata().getOwnerReferences().get(0).getName());
        assertEquals("rescoring-executor", pod.getSpec().getServiceAccountName());
        assertFalse(pod.getSpec().getAutomountServiceAccountToken());
        assertTrue(pod.getSpec().getSecurityContext().getRunAsNonRoot());
        assertEquals(
                "RuntimeDefault",
                pod.getSpec().getSecurityContext().getSeccompProfile().getType());
        assertEquals(1, pod.getSpec().getContainers().size());
        Container container = pod.getSpec().getContainers().get(0);
        assertEquals(IMAGE, container.getImage(), "the driver's own");
        assertFalse(container.getSecurityContext().getAllowPrivilegeEscalation());
        assertTrue(container.getSecurityContext().getReadOnlyRootFilesystem());
        assertEquals(
                List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
        var resources = container.getResources();
        assertEquals(
                Set.of("cpu", "memory", "ephemeral-storage"),
                resources.getLimits().keySet());
        assertEquals(resources.getLimits().keySet(), resources.getRequests().keySet());
        assertEquals("2048Mi", resources.getLimits().get("memory").toString());
        assertEquals(
                resources.getLimits().get("memory"), resources.getRequests().get("memory"));
        assertTrue(
                container.getEnv().stream().noneMatch(variable -> String.valueOf(variable.getValue())
                        .contains("a secret of this test")),
                "a pod's description is read by many");
        pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getEmptyDir() != null)
                .forEach(volume -> assertTrue(volume.getEmptyDir().getSizeLimit() != null, volume.getName()));
        assertTrue(pod.getSpec().getVolumes().stream().noneMatch(volume -> volume.getHostPath() != null));
    }

    @Test
    void withoutATemplateNothingIsAskedFor() throws Exception {
        SmallCohort small = new SmallCohort(folder);
        Path cohort = small.cohort("one.ndjson", SmallCohort.lines(0, 1));
        Run refused = small.run(cohort, "untold", "--master=k8s://http://127.0.0.1:1");
        assertEquals(RescoreCommand.INPUT, refused.code());
        assertTrue(refused.lastLine().contains("podTemplateFile=FILE"), refused.lastLine());
    }
}
