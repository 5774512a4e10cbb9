package org.fenton.local.supply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.fenton.local.home.FentonHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sbom",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a bill of materials (CycloneDX 1.6) of each built service to services/NAME/target/bom.json: every"
                    + " jar on its class path, with SHA-256 and the licences that its pom names; deploy/images/build puts"
                    + " it into the image.",
            "Prints the licences with what is under each."
        },
        footer = "Exit code 1: a library has no licence, an unknown one, or one that is not allowed (GPL without"
                + " exception, AGPL).")
public final class SbomCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FentonHome home;

    @Option(names = "--verbose", description = "Name every library, not only how many there are.")
    private boolean verbose;

    public SbomCommand(FentonHome home) {
        this.home = home;
    }

    /** Where Maven keeps what it downloads. */
    static Path repository() {
        return Path.of(System.getProperty(
                "maven.repo.local",
                Path.of(System.getProperty("user.home"), ".m2/repository").toString()));
    }

    @Override
    public Integer call() throws IOException {
        Shipped shipped = new Shipped(repository());
        Map<String, TreeSet<String>> byLicence = new TreeMap<>();
        List<String> refused = new ArrayList<>();
        for (String service : Shipped.SERVICES) {
            Path target = home.root().resolve("services/" + service + "/target");
            List<Library> libraries = shipped.of(target);
            Files.write(
                    target.resolve("bom.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document(service, libraries)));
            System.out.printf(
                    Locale.ROOT, "%-10s %4d libraries  %s%n", service, libraries.size(), target.resolve("bom.json"));
            for (Library library : libraries) {
                String words = String.join(" / ", library.licences());
                byLicence.computeIfAbsent(words, key -> new TreeSet<>()).add(library.name());
                if (!Shipped.isAllowed(library.licences())) {
                    refused.add(library.name() + ": " + (words.isEmpty() ? "says no licence" : words));
                }
            }
        }
        byLicence.forEach((licence, libraries) -> {
            System.out.printf(Locale.ROOT, "%4d  %s%n", libraries.size(), licence);
            if (verbose) {
                libraries.forEach(library -> System.out.println("        " + library));
            }
        });
        refused.stream().distinct().forEach(each -> System.err.println("not allowed: " + each));
        return refused.isEmpty() ? 0 : 1;
    }

    /** Without serial number and time, which would make two builds differ. */
    static ObjectNode document(String service, List<Library> libraries) {
        ObjectNode document = JSON.createObjectNode()
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6")
                .put("version", 1);
        document.putObject("metadata")
                .putObject("component")
                .put("type", "application")
                .put("name", "fenton-" + service)
                .put("version", "0.1.0");
        ArrayNode components = document.putArray("components");
        for (Library library : libraries) {
            ObjectNode component = components
                    .addObject()
                    .put("type", "library")
                    .put("bom-ref", library.purl())
                    .put("group", library.group())
                    .put("name", library.artifact())
                    .put("version", library.version())
                    .put("purl", library.purl());
            component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", library.sha256());
            ArrayNode licences = component.putArray("licenses");
            library.licences()
                    .forEach(id -> licences.addObject().putObject("license").put("name", id));
        }
        return document;
    }
}
