package org.fenton.rescoring.store;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Appends rankings to a new segment. A ranking counts as done when its line in the file of keys is whole, and that line
 * is written last: a process that is killed loses the one ranking that it was at.
 */
public final class SegmentWriter implements Closeable {
    private final String base;
    private final FileOutputStream rankings;
    private final FileOutputStream tables;
    private final FileOutputStream keys;
    private final ZstdFrames zstd = new ZstdFrames();
    private final GzipMembers gzip = new GzipMembers();
    private long rankingAt;
    private long tableAt;

    /** @param name of the segment, unlike any other of the folder */
    public SegmentWriter(Path folder, String name) throws IOException {
        base = folder.resolve(name).toString();
        rankings = new FileOutputStream(base + SegmentFiles.RANKINGS);
        tables = new FileOutputStream(base + SegmentFiles.TABLES);
        keys = new FileOutputStream(base + SegmentFiles.KEYS);
    }

    /**
     * @param caseId the case's id, with or without its prefix
     * @param ranking the gateway's bytes, without a line end
     * @param table CSV lines, each with its end
     */
    public void append(String key, String raw, String caseId, byte[] ranking, String table) throws IOException {
        SegmentFiles.Packed packed =
                new SegmentFiles.Packed(zstd.line(ranking), gzip.packed(table.getBytes(StandardCharsets.UTF_8)));
        Entry entry = new Entry(key, raw, caseId, SegmentFiles.hex(ranking), base, 0, 0, 0, 0, packed.check());
        copy(entry, packed);
    }

    /** Appends what another segment holds, byte for byte. */
    void copy(Entry entry, SegmentFiles.Packed packed) throws IOException {
        rankings.write(packed.ranking());
        tables.write(packed.table());
        Entry here = new Entry(
                entry.key(),
                entry.raw(),
                entry.caseId(),
                entry.digest(),
                base,
                rankingAt,
                packed.ranking().length,
                tableAt,
                packed.table().length,
                entry.check());
        keys.write(here.line().getBytes(StandardCharsets.US_ASCII));
        rankingAt += packed.ranking().length;
        tableAt += packed.table().length;
    }

    /** A line before all tables, which belongs to no entry. */
    void header(String line) throws IOException {
        byte[] packed = gzip.packed(line.getBytes(StandardCharsets.UTF_8));
        tables.write(packed);
        tableAt += packed.length;
    }

    /** Data first, then the lines that point to them. */
    @Override
    public void close() throws IOException {
        try (rankings;
                tables;
                keys;
                zstd;
                gzip) {
            rankings.getFD().sync();
            tables.getFD().sync();
            keys.getFD().sync();
        }
    }
}
