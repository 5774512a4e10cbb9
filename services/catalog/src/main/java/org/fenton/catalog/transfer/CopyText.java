package org.fenton.catalog.transfer;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows in the text format of PostgreSQL's COPY. */
public final class CopyText {
    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean inRow;

    /** One value: null, text, a number, a boolean, or a list of text. */
    public CopyText value(Object value) {
        if (inRow) {
            text.append('\t');
        }
        inRow = true;
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof List<?> list) {
            array(list);
        } else {
            escaped(value.toString());
        }
        return this;
    }

    public void endRow() {
        text.append('\n');
        inRow = false;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    public int length() {
        return text.length();
    }

    /** The rows so far, which are forgotten. */
    public byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    private void array(List<?> list) {
        text.append('{');
        for (int i = 0; i < list.size(); i++) {
            text.append(i == 0 ? "\"" : ",\"");
            String element = list.get(i).toString();
            for (int c = 0; c < element.length(); c++) {
                char character = element.charAt(c);
                // Escaped once for the array and once more for COPY.
                switch (character) {
                    case '"' -> text.append("\\\\\"");
                    case '\\' -> text.append("\\\\\\\\");
                    default -> append(character);
                }
            }
            text.append('"');
        }
        text.append('}');
    }

    private void escaped(String value) {
        if (isPlain(value)) {
            text.append(value);
            return;
        }
        for (int c = 0; c < value.length(); c++) {
            append(value.charAt(c));
        }
    }

    /** Almost every value; copied at once. */
    private static boolean isPlain(String value) {
        for (int c = 0; c < value.length(); c++) {
            char character = value.charAt(c);
            if (character < ' ' || character == '\\') {
                return false;
            }
        }
        return true;
    }

    private void append(char character) {
        switch (character) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            default -> text.append(character);
        }
    }
}
