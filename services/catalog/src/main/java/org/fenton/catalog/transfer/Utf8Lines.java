package org.fenton.catalog.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text decoded line by line, so that a byte that is not UTF-8 is reported with its line. A byte order mark is skipped;
 * UTF-16 is named, not guessed at.
 */
final class Utf8Lines extends Reader {
    /** No row of any table comes near; a file without line ends must not fill the memory. */
    private static final int LONGEST = 1 << 20;

    private final InputStream bytes;
    private final byte[] block = new byte[1 << 16];
    private int blockAt;
    private int blockEnd;
    private byte[] line = new byte[1 << 12];
    private int number;
    private String text = "";
    private int textAt;

    Utf8Lines(InputStream bytes) {
        this.bytes = bytes;
    }

    /** The next line with its line feed, or null at the end. */
    String next() throws IOException {
        int length = 0;
        while (true) {
            if (blockAt == blockEnd && !fill()) {
                return length == 0 ? null : decoded(length);
            }
            int from = blockAt;
            while (blockAt < blockEnd && block[blockAt] != '\n') {
                blockAt++;
            }
            boolean ends = blockAt < blockEnd;
            int taken = (ends ? ++blockAt : blockAt) - from;
            if (length + taken > LONGEST) {
                throw new BadFile(number + 1, "is longer than " + LONGEST + " bytes", "one row a line");
            }
            if (length + taken > line.length) {
                line = Arrays.copyOf(line, Math.max(length + taken, line.length * 2));
            }
            System.arraycopy(block, from, line, length, taken);
            length += taken;
            if (ends) {
                return decoded(length);
            }
        }
    }

    int number() {
        return number;
    }

    private boolean fill() throws IOException {
        blockAt = 0;
        blockEnd = Math.max(0, bytes.read(block));
        return blockEnd > 0;
    }

    private String decoded(int length) {
        number++;
        if (number == 1) {
            refuseUtf16(length);
        }
        String decoded = new String(line, 0, length, StandardCharsets.UTF_8);
        if (decoded.indexOf('\uFFFD') >= 0) {
            refuseUnlessValid(length);
        }
        if (decoded.indexOf('\0') >= 0) {
            throw new BadFile(number, "holds a NUL character", "a text file in UTF-8");
        }
        return number == 1 && decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    private void refuseUtf16(int length) {
        boolean little = length >= 2 && line[0] == (byte) 0xFF && line[1] == (byte) 0xFE;
        boolean big = length >= 2 && line[0] == (byte) 0xFE && line[1] == (byte) 0xFF;
        boolean unmarked = length >= 4 && (line[0] == 0) != (line[1] == 0) && (line[2] == 0) == (line[0] == 0);
        if (little || big || unmarked) {
            boolean isLittle = little || unmarked && line[1] == 0;
            String name = isLittle ? "UTF-16LE" : "UTF-16BE";
            throw new BadFile(1, "the file is " + name + ", not UTF-8", "iconv -f " + name + " -t UTF-8");
        }
    }

    private void refuseUnlessValid(int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
        } catch (CharacterCodingException malformed) {
            throw new BadFile(
                    number,
                    "is not UTF-8: byte " + firstHighByte(length) + " of the line",
                    "iconv -f WINDOWS-1252 -t UTF-8, if that is what it is");
        }
    }

    private String firstHighByte(int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] < 0) {
                return (i + 1) + " is 0x" + Integer.toHexString(line[i] & 0xFF);
            }
        }
        return "1";
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
        if (textAt == text.length()) {
            text = next();
            textAt = 0;
            if (text == null) {
                text = "";
                return -1;
            }
        }
        int taken = Math.min(most, text.length() - textAt);
        text.getChars(textAt, textAt + taken, buffer, offset);
        textAt += taken;
        return taken;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
