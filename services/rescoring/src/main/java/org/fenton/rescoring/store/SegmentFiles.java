package org.fenton.rescoring.store;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.fenton.documents.CanonicalJson;

/**
 * The three files of a segment: rankings as Zstandard frames and tables as gzip
 * members, each laid end to end, and the lines that find them.
 */
public final class SegmentFiles {
    /** Not {@code .keys}: an earlier format of these lines had no check. */
    static final String KEYS = ".index";

    static final String RANKINGS = ".rankings.ndjson.zst";
    static final String TABLES = ".candidates.csv.gz";

    private SegmentFiles() {}

    /** All entries of a folder by key; of two rankings of one key, which are equal, the first by name counts. */
    public static Map<String, Entry> read(Path folder) throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            for (Path keys : keyFiles(folder)) {
                String path = keys.toString();
                String base = path.substring(0, path.length() - KEYS.length());
                long rankings = sizeOf(base + RANKINGS);
                long tables = sizeOf(base + TABLES);
                byte[] text = Files.readAllBytes(keys);
                for (int at = 0; at + Entry.WIDTH <= text.length; at += Entry.WIDTH) {
                    Entry entry = Entry.parse(new String(text, at, Entry.WIDTH, StandardCharsets.US_ASCII), base);
                    // After a power cut the line may be on disk and what it points to may not.
                    if (entry.rankingAt() + entry.rankingLength() <= rankings
                            && entry.tableAt() + entry.tableLength() <= tables) {
                        entries.putIfAbsent(entry.key(), entry);
                    }
                }
            }
        }
        return entries;
    }

    /** The number of rankings that a folder holds, told from the sizes of files alone. */
    public static long count(Path folder) {
        try {
            long bytes = 0;
            for (Path keys : keyFiles(folder)) {
                bytes += sizeOf(keys.toString()) / Entry.WIDTH;
            }
            return bytes;
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static List<Path> keyFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(KEYS)).sorted().toList();
        }
    }

    private static long sizeOf(String file) throws IOException {
        try {
            return Files.size(Path.of(file));
        } catch (NoSuchFileException none) {
            return 0;
        }
    }

    static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 14)) {
            return gzip.readAllBytes();
        }
    }

    static byte[] member(String file, long at, int length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file, "r")) {
            byte[] member = new byte[length];
            bytes.seek(at);
            bytes.readFully(member);
            return member;
        } catch (EOFException cut) {
            throw new IOException(file + " is cut off: it has no bytes " + at + " to " + (at + length - 1), cut);
        }
    }

    /** What a segment holds of one ranking, packed. */
    record Packed(byte[] ranking, byte[] table) {
        long check() {
            CRC32 sum = new CRC32();
            sum.update(ranking);
            sum.update(table);
            return sum.getValue();
        }
    }

    /** @throws IOException when the bytes are not those that were written */
    static Packed packed(Entry entry) throws IOException {
        Packed packed = new Packed(
                member(entry.base() + RANKINGS, entry.rankingAt(), entry.rankingLength()),
                member(entry.base() + TABLES, entry.tableAt(), entry.tableLength()));
        if (packed.check() != entry.check()) {
            throw new IOException(entry.base() + RANKINGS + ": a ranking is not what its check says; delete the files"
                    + " of this segment and run again");
        }
        return packed;
    }

    /** The bytes of one ranking, with the line end. */
    public static byte[] ranking(Entry entry) throws IOException {
        String file = entry.base() + RANKINGS;
        byte[] frame = member(file, entry.rankingAt(), entry.rankingLength());
        try {
            return ZstdFrames.unpacked(frame);
        } catch (IOException damaged) {
            throw new IOException(file + ", byte " + entry.rankingAt() + ": " + damaged.getMessage(), damaged);
        }
    }

    /** SHA-256 in hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return CanonicalJson.sha256Id(bytes).substring("sha256:".length());
    }

    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
