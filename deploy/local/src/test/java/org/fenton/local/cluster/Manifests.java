package org.fenton.local.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenton.local.Clone;

/** The objects of an overlay as a cluster would be given them. */
record Manifests(String overlay, List<JsonNode> objects) {
    static final Path K8S = Clone.ROOT.resolve("k8s");
    static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    /**
     * What {@code k8s/rendered} holds: the overlay for one machine, a release with every component, and one that re-scores with
     * rescore-pods in place of rescore-executors.
     */
    static final List<String> KEPT = List.of("local", "release", "pods");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Manifests kept(String overlay) throws IOException {
        return of(overlay, Files.readString(K8S.resolve("rendered").resolve(overlay + ".yaml")));
    }

    static Manifests of(String overlay, String yaml) throws IOException {
        return new Manifests(
                overlay,
                YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml).readAll());
    }

    Manifests copy() {
        return new Manifests(
                overlay, objects.stream().<JsonNode>map(JsonNode::deepCopy).toList());
    }

    List<JsonNode> ofKind(String kind) {
        return objects.stream().filter(object -> kind(object).equals(kind)).toList();
    }

    Optional<JsonNode> find(String kind, String name) {
        return ofKind(kind).stream().filter(object -> name(object).equals(name)).findFirst();
    }

    static String kind(JsonNode object) {
        return object.path("kind").asText();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** Where an object keeps its pods' template, if it runs pods. */
    static Optional<String> template(JsonNode object) {
        String place = kind(object).equals("CronJob") ? "/spec/jobTemplate/spec/template" : "/spec/template";
        return object.at(place).isObject() ? Optional.of(place) : Optional.empty();
    }

    /** Whether a selector of labels fits; an empty one fits all. */
    static boolean selects(JsonNode selector, JsonNode labels) {
        for (var pair : selector.path("matchLabels").properties()) {
            if (!labels.path(pair.getKey()).equals(pair.getValue())) {
                return false;
            }
        }
        for (JsonNode wanted : selector.path("matchExpressions")) {
            String value = labels.path(wanted.path("key").asText()).asText();
            boolean among = Stream.iterate(0, index -> index + 1)
                    .limit(wanted.path("values").size())
                    .anyMatch(index -> wanted.path("values").get(index).asText().equals(value));
            if (!wanted.path("operator").asText().equals("In") || !among) {
                return false;
            }
        }
        return true;
    }

    static boolean hasKubectl() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    static String render(Path overlay) throws Exception {
        return run(List.of("kubectl", "kustomize", overlay.toString()));
    }

    static String run(List<String> command) throws Exception {
        Path errors = Files.createTempFile("fenton", ".err");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        String said = Files.readString(errors);
        Files.delete(errors);
        assertEquals(0, code, () -> command + ": " + said);
        return output;
    }
}
