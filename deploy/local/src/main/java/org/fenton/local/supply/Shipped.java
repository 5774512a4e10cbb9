package org.fenton.local.supply;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fenton.local.home.LauncherFailure;

/** The jars on a service's class path as it was built: what an image holds, no more and no less. */
final class Shipped {
    static final List<String> SERVICES = List.of("catalog", "model", "gateway", "rescoring");

    private final Path repository;
    private final Licences licences;
    private Map<String, List<Path>> byName;

    Shipped(Path repository) {
        this.repository = repository;
        this.licences = new Licences(repository);
    }

    /** Every library beside Fenton's own modules. */
    List<Library> of(Path target) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String folder : List.of("quarkus-app/lib", "lib")) {
            if (Files.isDirectory(target.resolve(folder))) {
                try (Stream<Path> files = Files.walk(target.resolve(folder))) {
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .forEach(jars::add);
                }
            }
        }
        if (jars.isEmpty()) {
            throw LauncherFailure.stack(target + " is not built: run ./mvnw -B -Dmaven.test.skip=true package");
        }
        Map<String, String[]> named = quarkusNames(target.resolve("quarkus-app/quarkus-app-dependencies.txt"));
        List<Library> found = new ArrayList<>();
        for (Path jar : jars) {
            String file = jar.getFileName().toString();
            if (!file.contains("fenton-")) {
                String hash = sha256(jar);
                String[] parts = named.containsKey(file) ? named.get(file) : coordinates(file, hash);
                Set<String> said = licences.of(parts[0], parts[1], parts[2]);
                found.add(new Library(
                        parts[0], parts[1], parts[2], parts[3], hash, said.isEmpty() ? Licences.in(jar) : said));
            }
        }
        return found;
    }

    /** Quarkus writes {@code group:artifact:classifier:type:version}, and calls the file by group too. */
    private static Map<String, String[]> quarkusNames(Path list) throws IOException {
        Map<String, String[]> names = new HashMap<>();
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list)) {
                String[] part = line.split(":");
                String classifier = part[2].isEmpty() ? "" : "-" + part[2];
                names.put(
                        part[0] + "." + part[1] + "-" + part[4] + classifier + ".jar",
                        new String[] {part[0], part[1], part[4], part[2]});
            }
        }
        return names;
    }

    /** From where the very file lies in Maven's repository. */
    private String[] coordinates(String file, String hash) throws IOException {
        if (byName == null) {
            byName = new HashMap<>();
            try (Stream<Path> files = Files.walk(repository)) {
                files.filter(path -> path.toString().endsWith(".jar")).forEach(path -> byName.computeIfAbsent(
                                path.getFileName().toString(), key -> new ArrayList<>())
                        .add(path));
            }
        }
        for (Path candidate : byName.getOrDefault(file, List.of())) {
            if (sha256(candidate).equals(hash)) {
                Path version = candidate.getParent();
                Path artifact = version.getParent();
                String group =
                        repository.relativize(artifact.getParent()).toString().replace('/', '.');
                String start = artifact.getFileName() + "-" + version.getFileName();
                String rest = file.substring(start.length(), file.length() - ".jar".length());
                return new String[] {
                    group,
                    artifact.getFileName().toString(),
                    version.getFileName().toString(),
                    rest.replaceFirst("^-", "")
                };
            }
        }
        throw LauncherFailure.stack(file + " is in no place of " + repository + ": where did it come from?");
    }

    /** What a library may not be under, or does not say. */
    static boolean isAllowed(Set<String> licences) {
        return licences.stream()
                .anyMatch(id -> !id.startsWith("unknown") && !id.startsWith("AGPL") && !id.equals("GPL"));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) bytes).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
