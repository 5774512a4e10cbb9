package org.fenton.rescoring.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fenton.documents.CsvCell;

/** Lines of {@link CsvCell}s, read back: every committed row goes through here, so it is a plain loop. */
final class CsvCells {
    private final byte[] text;
    private int at;
    private int from;
    private int to;
    private boolean doubled;

    /** @param text lines of cells, in UTF-8 */
    CsvCells(byte[] text) {
        this.text = text;
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
        boolean asItIs = !doubled && text[from] != '\'';
        return asItIs ? Arrays.copyOfRange(text, from, to) : string().getBytes(StandardCharsets.UTF_8);
    }

    String string() {
        String raw = new String(text, from, to - from, StandardCharsets.UTF_8);
        return CsvCell.read(doubled ? raw.replace("\"\"", "\"") : raw);
    }
}
