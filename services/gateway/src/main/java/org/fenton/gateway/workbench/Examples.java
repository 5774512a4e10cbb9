package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.fenton.documents.Json;

/** The cases that come with Fenton, to try it with. */
final class Examples {
    /** @param name of the file under {@code examples/} */
    public record Example(String name, String title, String about) {}

    static final List<Example> ALL = List.of(
            new Example(
                    "h1975-wz4002-resistant",
                    "Lung adenocarcinoma cells resistant to WZ4002",
                    "measured: NCI-H1975, resistant against parental; activities reported"),
            new Example(
                    "invented-hcc-sorafenib",
                    "Hepatocellular carcinoma after sorafenib, low platelets",
                    "invented for demonstration: no patient, no measurement"));

    private Examples() {}

    static Optional<ObjectNode> document(String name) {
        if (ALL.stream().noneMatch(example -> example.name().equals(name))) {
            return Optional.empty();
        }
        try (InputStream file = Examples.class.getResourceAsStream("/examples/" + name + ".json")) {
            return Optional.of((ObjectNode) Json.parse(file.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException("example " + name, failure);
        }
    }
}
