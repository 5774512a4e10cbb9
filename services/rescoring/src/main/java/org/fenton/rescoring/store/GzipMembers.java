package org.fenton.rescoring.store;

import java.io.Closeable;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Packs tables as gzip members with one deflater; a table is packed while its case waits, so quickly rather than tightly. */
final class GzipMembers implements Closeable {
    /** RFC 1952: deflate, no name, no time, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int TRAILER = 8;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private byte[] packed = new byte[1 << 16];

    byte[] packed(byte[] plain) {
        System.arraycopy(HEADER, 0, packed, 0, HEADER.length);
        int length = HEADER.length;
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        while (!deflater.finished()) {
            length += deflated(length);
        }
        CRC32 sum = new CRC32();
        sum.update(plain);
        length = put(length, (int) sum.getValue());
        length = put(length, plain.length);
        return Arrays.copyOf(packed, length);
    }

    /** How many bytes were added; the trailer always has room behind them. */
    private int deflated(int at) {
        if (packed.length - at <= TRAILER) {
            packed = Arrays.copyOf(packed, 2 * packed.length);
        }
        return deflater.deflate(packed, at, packed.length - at - TRAILER);
    }

    private int put(int at, int littleEndian) {
        for (int i = 0; i < Integer.BYTES; i++) {
            packed[at + i] = (byte) (littleEndian >>> (8 * i));
        }
        return at + Integer.BYTES;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
