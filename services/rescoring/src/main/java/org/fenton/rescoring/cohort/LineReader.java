package org.fenton.rescoring.cohort;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of bytes with an upper bound: what is longer is read past and counted, never held in memory. */
final class LineReader implements Closeable {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[1 << 12];
    private int length;
    private long whole;
    private int filled;
    private int next;
    private long position;

    /** @param position of the stream's first byte in its file */
    LineReader(InputStream in, long position, int longest) {
        this.in = in;
        this.position = position;
        this.longest = longest;
    }

    /** Where the next line begins. */
    long position() {
        return position;
    }

    /** The last line without its end; only its first bytes when it was too long. */
    byte[] bytes() {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return Arrays.copyOf(line, end);
    }

    boolean tooLong() {
        return whole > longest;
    }

    boolean blank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return whole == length;
    }

    /** The number of bytes of the last line, also of one that is too long. */
    long size() {
        return whole;
    }

    /** Reads the next line; false at the end of the stream. */
    boolean next() throws IOException {
        length = 0;
        whole = 0;
        boolean any = false;
        while (next < filled || fill()) {
            any = true;
            int from = next;
            while (next < filled && buffer[next] != '\n') {
                next++;
            }
            append(from, next);
            position += next - from;
            if (next < filled) {
                next++;
                position++;
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        filled = in.read(buffer);
        next = 0;
        return filled > 0;
    }

    private void append(int from, int to) {
        whole += to - from;
        int kept = Math.min(to - from, longest - length);
        if (kept > 0) {
            if (length + kept > line.length) {
                line = Arrays.copyOf(line, (int) Math.min(longest, Math.max(2L * line.length, length + (long) kept)));
            }
            System.arraycopy(buffer, from, line, length, kept);
            length += kept;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
