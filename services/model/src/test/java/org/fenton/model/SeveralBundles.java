package org.fenton.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The shipped bundle, one that ranks the other way round, one with a flipped byte, one of another format; and a state folder. */
public class SeveralBundles implements QuarkusTestProfile {
    static final Path SHIPPED = Path.of("../../bundles/zip-1");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path folder = Files.createTempDirectory("fenton-bundles");
            reversed(copy(folder.resolve("reversed")));
            Path flipped = copy(folder.resolve("flipped")).resolve("model.scoring.bin");
            byte[] bytes = Files.readAllBytes(flipped);
            bytes[bytes.length / 2] ^= 1;
            Files.write(flipped, bytes);
            Path other = copy(folder.resolve("other-format")).resolve("bundle.json");
            ObjectNode document = (ObjectNode) JSON.readTree(other.toFile());
            JSON.writeValue(other.toFile(), document.put("format", "fenton-bundle/0"));
            return Map.of(
                    "fenton.model.bundles", folder.toString(),
                    "fenton.model.state", folder.resolve("state").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A calibration that falls where the shipped one rises: the same candidates, the other order. */
    private static void reversed(Path bundle) throws IOException {
        Path file = bundle.resolve("bundle.json");
        ObjectNode document = (ObjectNode) JSON.readTree(file.toFile());
        document.put("name", "reversed");
        document.path("views").forEach(view -> {
            ObjectNode calibration = (ObjectNode) view.path("calibration");
            calibration.put("slope", -calibration.path("slope").asDouble());
        });
        JSON.writeValue(file.toFile(), document);
    }

    static Path copy(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return to;
    }
}
