package org.fenton.learning.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fenton.learning.files.Hashes;
import org.fenton.learning.files.Json;

/** The bytes of a bundle by path; what is hashed, written and verified. */
public final class BundleFiles {
    static final String SCHEMA = "schema.tsv";
    static final String FAMILIES = "target-families.tsv";
    static final String SCORING = "model.scoring.bin";
    static final String TRIBUO = "model.tribuo.pb";
    static final String COLLECTRI = "networks/collectri.tsv";
    static final String PROGENY = "networks/progeny.tsv";
    static final String GENES = "reference/genes.tsv";
    static final String ACTIVITIES = "reference/activities.tsv";
    static final String DRUGS = "reference/drugs.tsv";
    static final String EVALUATION = "evaluation.json";
    static final String CARD_JSON = "card.json";
    static final String CARD_MARKDOWN = "card.md";

    private final SortedMap<String, byte[]> bytes;

    private BundleFiles(SortedMap<String, byte[]> bytes) {
        this.bytes = bytes;
    }

    /** The files and the document that names their hashes. */
    static BundleFiles of(SortedMap<String, byte[]> files, BundleDocument document) {
        return of(files, hashes -> Json.pretty(document.withFiles(hashes)));
    }

    /** @param document the bytes of {@value BundleDocument#FILE} for the hashes of the other files */
    public static BundleFiles of(
            SortedMap<String, byte[]> files, Function<SortedMap<String, String>, byte[]> document) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach((path, content) -> hashes.put(path, Hashes.sha256(content)));
        all.put(BundleDocument.FILE, document.apply(hashes));
        return new BundleFiles(all);
    }

    /**
     * Reads a bundle directory and verifies every hash.
     *
     * @throws BundleException when the directory or a file is missing, a file was changed or added, or the format is another
     */
    static BundleFiles read(Path directory) throws BundleException {
        return read(directory, BundleDocument.FORMAT);
    }

    /** The same for a bundle of another kind, which names its own format. */
    public static BundleFiles read(Path directory, String format) throws BundleException {
        Path documentFile = directory.resolve(BundleDocument.FILE);
        if (!Files.isRegularFile(documentFile)) {
            throw new BundleException("no model bundle at " + directory.toAbsolutePath() + ": it has no "
                    + BundleDocument.FILE + "; set FENTON_BUNDLE to a bundle directory");
        }
        try {
            SortedMap<String, byte[]> all = new TreeMap<>();
            byte[] document = Files.readAllBytes(documentFile);
            refuseOtherFormat(document, format);
            all.put(BundleDocument.FILE, document);
            var named = Json.tree(document).path("files").fields();
            while (named.hasNext()) {
                var file = named.next();
                all.put(
                        file.getKey(),
                        verified(directory, file.getKey(), file.getValue().asText()));
            }
            refuseStrangers(directory, all);
            return new BundleFiles(all);
        } catch (IOException e) {
            throw new BundleException("the bundle at " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void refuseOtherFormat(byte[] document, String expected) throws IOException, BundleException {
        String format = Json.tree(document).path("format").asText("none");
        if (!format.equals(expected)) {
            throw new BundleException("the bundle has format " + format + "; this command reads " + expected
                    + ", train it again or name another bundle");
        }
    }

    private static byte[] verified(Path directory, String path, String expected) throws IOException, BundleException {
        Path file = directory.resolve(path);
        if (!file.normalize().startsWith(directory.normalize()) || !Files.isRegularFile(file)) {
            throw new BundleException("the bundle lacks its file " + path);
        }
        byte[] content = Files.readAllBytes(file);
        String actual = Hashes.sha256(content);
        if (!actual.equals(expected)) {
            throw new BundleException("the bundle's file " + path + " was changed: its SHA-256 is " + actual
                    + ", bundle.json says " + expected);
        }
        return content;
    }

    private static void refuseStrangers(Path directory, SortedMap<String, byte[]> known)
            throws IOException, BundleException {
        try (Stream<Path> files = Files.walk(directory)) {
            var stranger = files.filter(Files::isRegularFile)
                    .map(f -> directory.relativize(f).toString().replace('\\', '/'))
                    .filter(f -> !known.containsKey(f))
                    .min(Comparator.naturalOrder());
            if (stranger.isPresent()) {
                throw new BundleException("the bundle holds a file it does not name: " + stranger.get());
            }
        }
    }

    public byte[] bytes(String path) throws BundleException {
        byte[] content = bytes.get(path);
        if (content == null) {
            throw new BundleException("the bundle names no file " + path);
        }
        return content;
    }

    public String text(String path) throws BundleException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    BundleDocument document() throws BundleException {
        try {
            return Json.read(bytes(BundleDocument.FILE), BundleDocument.class);
        } catch (IOException e) {
            throw new BundleException("bundle.json cannot be read: " + e.getMessage(), e);
        }
    }

    /** SHA-256 over the lines "hash, two spaces, path" of all files including bundle.json, sorted by path. */
    public String id() {
        StringBuilder lines = new StringBuilder();
        bytes.forEach((path, content) ->
                lines.append(Hashes.sha256(content)).append("  ").append(path).append('\n'));
        return "sha256:" + Hashes.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    public long size() {
        return bytes.values().stream().mapToLong(b -> b.length).sum();
    }

    /** Writes all files; a directory that already holds something else is refused. */
    public void write(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> present = Files.walk(directory)) {
                for (Path file : present.filter(Files::isRegularFile).toList()) {
                    String path = directory.relativize(file).toString().replace('\\', '/');
                    if (!bytes.containsKey(path)) {
                        throw new IOException(file + " is no part of a bundle; give an empty directory");
                    }
                }
            }
        }
        for (var file : bytes.entrySet()) {
            Path target = directory.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
