package org.fenton.rescoring.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** RFC 4180 cells, written and read back: every committed row goes through here twice, so both are plain loops. */
public final class CsvCells {
    private final byte[] text;
    private int at;
    private int from;
    private int to;
    private boolean doubled;

    /** @param text lines that {@link #append} wrote, in UTF-8 */
    CsvCells(byte[] text) {
        this.text = text;
    }

    /** Appends one cell, in quotes where it needs them. */
    public static void append(StringBuilder line, String cell) {
        boolean plain = true;
        for (int i = 0; plain && i < cell.length(); i++) {
            char c = cell.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        if (plain) {
            line.append(cell);
        } else {
            line.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }

    boolean hasNext() {
        return at < text.length;
    }

    /** Goes to the next cell; the last of a line is followed by the first of the next. */
    void next() {
        doubled = false;
        if (text[at] == '"') {
            from = ++at;
            while (text[at] != '"' || at + 1 < text.length && text[at + 1] == '"') {
                doubled |= text[at] == '"';
                at += text[at] == '"' ? 2 : 1;
            }
            to = at++;
        } else {
            from = at;
            while (text[at] != ',' && text[at] != '\r') {
                at++;
            }
            to = at;
        }
        at += text[at] == '\r' ? 2 : 1;
    }

    boolean isEmpty() {
        return from == to;
    }

    byte[] bytes() {
        return doubled ? string().getBytes(StandardCharsets.UTF_8) : Arrays.copyOfRange(text, from, to);
    }

    String string() {
        String raw = new String(text, from, to - from, StandardCharsets.UTF_8);
        return doubled ? raw.replace("\"\"", "\"") : raw;
    }
}
