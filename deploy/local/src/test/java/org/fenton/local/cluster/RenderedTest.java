package org.fenton.local.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code k8s/rendered} keeps is what kubectl makes of the overlays; the other tests of this package read it there. */
class RenderedTest {
    @TempDir
    Path folder;

    @BeforeEach
    void requireKubectl() {
        if (!Manifests.hasKubectl()) {
            System.err.println("SKIPPED: kubectl is not on PATH, so k8s/rendered was NOT compared with the overlays");
        }
        Assumptions.assumeTrue(Manifests.hasKubectl(), "kubectl is not on PATH");
    }

    private static void assertKept(String overlay, String rendered) throws Exception {
        Path kept = Manifests.K8S.resolve("rendered").resolve(overlay + ".yaml");
        String text = "# Rendered by kubectl; RenderedTest -Dgolden.update=true writes it again.\n" + rendered;
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, text);
        }
        assertEquals(Files.readString(kept), text);
    }

    /** kustomize follows relative paths only, so a release stands in a copy. */
    private Path released(String... options) throws Exception {
        Manifests.run(List.of("cp", "-r", Manifests.K8S.toString(), folder.toString()));
        Path copy = folder.resolve("k8s");
        List<String> command = new ArrayList<>(List.of(copy.resolve("release").toString()));
        command.addAll(List.of(options));
        command.add("registry.test/fenton");
        for (String image : List.of("catalog", "model", "gateway", "rescoring")) {
            command.add(image + "=" + Manifests.DIGEST);
        }
        Manifests.run(command);
        return copy.resolve("overlays/release");
    }

    @Test
    void theOverlayForOneMachine() throws Exception {
        assertKept("local", Manifests.render(Manifests.K8S.resolve("overlays/local")));
    }

    @Test
    void aReleaseWithEveryComponent() throws Exception {
        assertKept(
                "release",
                Manifests.render(released("--with", "tls", "--with", "rescore-executors", "--with", "rescore-once")));
    }

    @Test
    void aReleaseThatRescoresWithPodsOfItsOwn() throws Exception {
        assertKept(
                "pods",
                Manifests.render(released("--with", "tls", "--with", "rescore-pods", "--with", "rescore-once")));
    }

    @Test
    void aReleaseWithoutOptionsHasNeitherTlsNorAJob() throws Exception {
        Manifests release = Manifests.of("release", Manifests.render(released()));
        assertTrue(release.ofKind("Job").isEmpty());
        assertEquals(
                80,
                release.find("Service", "catalog")
                        .orElseThrow()
                        .at("/spec/ports/0/port")
                        .asInt());
        assertEquals(List.of(), Policies.breaches(release));
    }

    @Test
    void productionNamesNoImageUntilItIsReleased() throws Exception {
        Manifests production = Manifests.of("prod", Manifests.render(Manifests.K8S.resolve("overlays/prod")));
        assertTrue(production.ofKind("Secret").isEmpty(), "production secrets are made outside the repository");
        assertFalse(production.ofKind("Deployment").isEmpty());
        for (JsonNode deployment : production.ofKind("Deployment")) {
            assertTrue(deployment
                    .at("/spec/template/spec/containers/0/image")
                    .asText()
                    .endsWith(":unreleased"));
        }
    }

    @Test
    void aReleaseRefusesWhatIsNoDigest() throws Exception {
        assertRefused("release: catalog: latest is not sha256: and 64 hex digits\n", "registry.test", "catalog=latest");
    }

    @Test
    void aReleaseRefusesAnUnknownComponent() throws Exception {
        assertRefused(
                "release: no component bells; there are monitoring rescore-executors rescore-once rescore-pods tls\n",
                "--with",
                "bells");
    }

    private static void assertRefused(String message, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(Manifests.K8S.resolve("release").toString()));
        command.addAll(List.of(arguments));
        Process release = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(release.getInputStream().readAllBytes());
        assertEquals(2, release.waitFor());
        assertEquals(message, said);
    }
}
