package org.fenton.rescoring.cohort;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The lines of a file that begin in a range of its bytes. A gzipped file is one part, since it can only be read from its
 * beginning.
 *
 * @param linesBefore lines of the file that stand before this part
 * @param longest bytes of the longest line that is read
 */
record NdjsonPart(String file, long start, long end, long linesBefore, int longest) implements CohortPart {
    /** The parts of a file, none much larger than {@code bytes}. */
    static java.util.List<CohortPart> of(String file, long size, long bytes, int longest) {
        java.util.List<CohortPart> parts = new java.util.ArrayList<>();
        if (gzipped(file)) {
            parts.add(new NdjsonPart(file, 0, Long.MAX_VALUE, 0, longest));
            return parts;
        }
        for (long start = 0; start < size; start += bytes) {
            parts.add(new NdjsonPart(file, start, Math.min(size, start + bytes), 0, longest));
        }
        return parts;
    }

    private static boolean gzipped(String file) {
        return file.endsWith(".gz");
    }

    @Override
    public Size survey() throws IOException {
        long lines = 0;
        long rows = 0;
        try (LineReader reader = open()) {
            while (reader.position() < end && reader.next()) {
                lines++;
                rows += reader.blank() ? 0 : 1;
            }
        } catch (EOFException | ZipException broken) {
            throw new CohortException(
                    file + ": the gzip stream is cut off or damaged after line " + lines + ": " + broken.getMessage());
        }
        return new Size(lines, rows);
    }

    @Override
    public CohortPart after(long lines) {
        return new NdjsonPart(file, start, end, lines, longest);
    }

    @Override
    public void read(CohortRow.Taker taker) throws IOException {
        try (LineReader reader = open()) {
            for (long line = linesBefore + 1; reader.position() < end && reader.next(); line++) {
                if (reader.tooLong()) {
                    taker.take(CohortRow.faulty(
                            file, line, "a line of " + reader.size() + " bytes; at most " + longest + " are read"));
                } else if (!reader.blank()) {
                    taker.take(CohortRow.of(file, line, reader.bytes()));
                }
            }
        }
    }

    /** Stands at the first line that begins in the range: the one before, which begins outside, is another part's. */
    private LineReader open() throws IOException {
        FileInputStream bytes = new FileInputStream(file);
        if (gzipped(file)) {
            InputStream plain = new GZIPInputStream(bytes, 1 << 16);
            return new LineReader(plain, 0, longest);
        }
        long from = Math.max(0, start - 1);
        bytes.getChannel().position(from);
        LineReader reader = new LineReader(bytes, from, longest);
        if (start > 0) {
            reader.next();
        }
        return reader;
    }
}
