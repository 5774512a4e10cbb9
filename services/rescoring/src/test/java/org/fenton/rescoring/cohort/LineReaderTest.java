package org.fenton.rescoring.cohort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    /** So many times the letter x and a line end, then a short line; made while it is read. */
    private static final class LongLine extends InputStream {
        private static final byte[] AFTER = "\nnext".getBytes(StandardCharsets.UTF_8);
        private final long length;
        private long at;

        LongLine(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            at++;
            return at <= length ? 'x' : at - length <= AFTER.length ? AFTER[(int) (at - length - 1)] : -1;
        }
    }

    @Test
    void aLineOf300MegabytesIsReadPastInBoundedMemory() throws IOException {
        long length = 300L << 20;
        try (LineReader reader = new LineReader(new LongLine(length), 0, 1000)) {
            assertTrue(reader.next());
            assertTrue(reader.tooLong());
            assertEquals(length, reader.size());
            assertEquals(1000, reader.bytes().length, "no more than the bound is held");
            assertEquals(length + 1, reader.position());
            assertTrue(reader.next());
            assertArrayEquals("next".getBytes(StandardCharsets.UTF_8), reader.bytes());
            assertFalse(reader.next());
        }
    }

    @Test
    void blankLinesAndBothLineEndsAreTold() throws IOException {
        byte[] text = "a\r\n \t\n\nb".getBytes(StandardCharsets.UTF_8);
        try (LineReader reader = new LineReader(new ByteArrayInputStream(text), 0, 10)) {
            assertTrue(reader.next() && !reader.blank());
            assertArrayEquals(new byte[] {'a'}, reader.bytes());
            assertTrue(reader.next() && reader.blank());
            assertTrue(reader.next() && reader.blank());
            assertTrue(reader.next() && !reader.blank());
            assertFalse(reader.next());
        }
    }
}
