package org.fenton.local.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.fenton.local.home.LauncherFailure;

/** A backup as a zip file: what was copied, as its last entry the SHA-256 of each, and as its comment that of the last. */
final class Archive {
    static final String FORMAT = "fenton-backup/1";
    private static final String CONTENTS = "contents.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Archive() {}

    /** A new archive, which stands under its name only once it is whole. */
    static final class Writer implements AutoCloseable {
        private final Path target;
        private final Path half;
        private final ZipOutputStream zip;
        private final ObjectNode contents = JSON.createObjectNode().put("format", FORMAT);
        private final Map<String, String> hashes = new TreeMap<>();

        Writer(Path target) throws IOException {
            if (Files.exists(target)) {
                throw LauncherFailure.input(target + " is there already: a backup is never overwritten");
            }
            this.target = target;
            Files.createDirectories(target.toAbsolutePath().getParent());
            half = target.resolveSibling(target.getFileName() + ".half");
            zip = new ZipOutputStream(Files.newOutputStream(half));
            zip.setLevel(1);
        }

        void note(String field, String value) {
            contents.put(field, value);
        }

        void add(String name, InputStream bytes) throws IOException {
            DigestInputStream hashed = new DigestInputStream(bytes, sha256());
            zip.putNextEntry(new ZipEntry(name));
            hashed.transferTo(zip);
            zip.closeEntry();
            hashes.put(name, HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
        }

        int files() {
            return hashes.size();
        }

        void finish() throws IOException {
            contents.putPOJO("sha256", hashes);
            byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(contents);
            zip.putNextEntry(new ZipEntry(CONTENTS));
            zip.write(bytes);
            zip.closeEntry();
            zip.setComment(hash(bytes));
            zip.close();
            Files.move(half, target);
        }

        @Override
        public void close() throws IOException {
            zip.close();
            Files.deleteIfExists(half);
        }
    }

    /** What the archive says of itself, after every file of it was found to be what was backed up. */
    static JsonNode verified(Path archive) throws IOException {
        return unpacked(archive, null);
    }

    /** The same, with the files written to a folder. */
    static JsonNode unpacked(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry last = zip.getEntry(CONTENTS);
            if (last == null) {
                throw LauncherFailure.input(archive + " is no backup of Fenton: it has no " + CONTENTS);
            }
            byte[] bytes = zip.getInputStream(last).readAllBytes();
            if (!hash(bytes).equals(zip.getComment())) {
                throw new IOException("its list of contents is not what was written");
            }
            JsonNode contents = JSON.readTree(bytes);
            if (!contents.path("format").asText().equals(FORMAT)) {
                throw LauncherFailure.input(archive + " has format " + contents.path("format") + ", not " + FORMAT);
            }
            for (Map.Entry<String, JsonNode> file : contents.path("sha256").properties()) {
                take(zip, file.getKey(), file.getValue().asText(), folder);
            }
            return contents;
        } catch (IOException damaged) {
            throw LauncherFailure.input(archive + " cannot be read: " + damaged.getMessage());
        }
    }

    private static void take(ZipFile zip, String name, String hash, Path folder) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null
                || Path.of(name).normalize().startsWith("..")
                || Path.of(name).isAbsolute()) {
            throw new IOException(name + " is missing, or leads elsewhere");
        }
        DigestInputStream bytes = new DigestInputStream(zip.getInputStream(entry), sha256());
        try (bytes;
                OutputStream to = folder == null ? OutputStream.nullOutputStream() : opened(folder.resolve(name))) {
            bytes.transferTo(to);
        }
        if (!HexFormat.of().formatHex(bytes.getMessageDigest().digest()).equals(hash)) {
            throw new IOException(name + " is not what was backed up");
        }
    }

    private static OutputStream opened(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.newOutputStream(file);
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
