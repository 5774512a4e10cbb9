package org.fenton.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;

/**
 * The unpacked images that {@code deploy/images/build} made, to run a stack from them instead of from the clone: each
 * process inside of its own read-only root, with the memory its pod may use.
 */
public record ImageRoots(FentonHome home, Path folder) {
    private static final Pattern LIMIT = Pattern.compile("limits:\\s+cpu: \\S+\\s+memory: ([0-9]+)(Mi|Gi)");

    public Path root(String name) {
        Path root = folder.resolve(name + ".root");
        if (!Files.isDirectory(root)) {
            throw LauncherFailure.input("no image " + root + ": run deploy/images/build first");
        }
        return root;
    }

    /** What the image says to run, inside of its root. */
    public List<String> command(String name, String... enterOptions) {
        List<String> command = new ArrayList<>(entering(name, enterOptions));
        config(name).path("Entrypoint").forEach(word -> command.add(word.asText()));
        return command;
    }

    /** What stands before a command that is to run inside of an image's root. */
    public List<String> entering(String name, String... options) {
        List<String> command = new ArrayList<>();
        command.add(home.root().resolve("deploy/images/enter").toString());
        command.addAll(List.of(options));
        command.add(root(name).toString());
        return command;
    }

    /** The image's environment, then the pod's: paths are those inside of the root, and nothing can be promoted there. */
    Map<String, String> environment(String name, Map<String, String> configuration) {
        Map<String, String> inside = new HashMap<>(configuration);
        inside.remove("FENTON_MODEL_STATE");
        inside.replace("FENTON_BUNDLES", "/opt/fenton/bundles");
        inside.replace("FENTON_HEADS_BESIDE", "/opt/fenton/heads");
        for (JsonNode variable : config(name).path("Env")) {
            String[] pair = variable.asText().split("=", 2);
            if (!pair[0].startsWith("QUARKUS_HTTP_") && !pair[0].equals("PATH")) {
                inside.put(pair[0], pair[1]);
            }
        }
        settings(name).forEach(inside::put);
        // a pod's limit is its cgroup's; here the virtual machine is told
        inside.merge("JAVA_TOOL_OPTIONS", "-XX:MaxRAM=" + limitMegabytes(name) + "m", (its, ours) -> its + " " + ours);
        return inside;
    }

    /** What the pod's own settings tell its virtual machine instead of the image's. */
    private Map<String, String> settings(String name) {
        Path file = home.root().resolve("k8s/base/config/" + name + ".env");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("JAVA_TOOL_OPTIONS="))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What the OCI layout says of how to run the image. */
    private JsonNode config(String name) {
        JsonNode index = read(folder.resolve(name).resolve("index.json"));
        JsonNode manifest = blob(name, index.at("/manifests/0/digest").asText());
        return blob(name, manifest.at("/config/digest").asText()).path("config");
    }

    private JsonNode blob(String name, String digest) {
        return read(folder.resolve(name).resolve("blobs/" + digest.replace(':', '/')));
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What the manifest lets the pod use. */
    public long limitMegabytes(String name) {
        Path manifest = home.root().resolve("k8s/base/" + name + ".yaml");
        try {
            Matcher limit = LIMIT.matcher(Files.readString(manifest));
            if (!limit.find()) {
                throw LauncherFailure.stack("no memory limit in " + manifest);
            }
            return Long.parseLong(limit.group(1)) * (limit.group(2).equals("Gi") ? 1024 : 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + manifest, e);
        }
    }
}
