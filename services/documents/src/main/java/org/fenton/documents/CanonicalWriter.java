package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** The bytes of one canonical document while they grow; see {@link CanonicalJson}. */
final class CanonicalWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final int MOST_INSERTED = 32;

    private final Numbers numbers = new Numbers();

    private byte[] text;
    private int length;

    /** @param expected about how many bytes the document has; a longer one is copied as it grows */
    CanonicalWriter(int expected) {
        text = new byte[expected];
    }

    byte[] bytes() {
        return Arrays.copyOf(text, length);
    }

    /** Of what was written from the place {@code from} on. */
    byte[] bytesFrom(int from) {
        return Arrays.copyOfRange(text, from, length);
    }

    int length() {
        return length;
    }

    /** Begins an object; its members have to be given in the order of their names. */
    CanonicalWriter open() {
        put('{');
        return this;
    }

    CanonicalWriter close() {
        put('}');
        return this;
    }

    CanonicalWriter openArray() {
        put('[');
        return this;
    }

    CanonicalWriter closeArray() {
        put(']');
        return this;
    }

    /** Goes before each element of an array. */
    CanonicalWriter element() {
        if (text[length - 1] != '[') {
            put(',');
        }
        return this;
    }

    /** Goes before the value of a member. */
    CanonicalWriter name(String name) {
        if (text[length - 1] != '{') {
            put(',');
        }
        appendString(name);
        put(':');
        return this;
    }

    CanonicalWriter member(String name, String value) {
        name(name);
        appendString(value);
        return this;
    }

    CanonicalWriter member(String name, double value) {
        name(name);
        appendAscii(numbers.text(value));
        return this;
    }

    CanonicalWriter member(String name, Collection<String> values) {
        name(name).openArray();
        for (String value : values) {
            element();
            appendString(value);
        }
        return closeArray();
    }

    CanonicalWriter member(String name, JsonNode value) {
        name(name);
        append(value);
        return this;
    }

    /** What is canonical already. */
    void append(byte[] canonical) {
        reserve(canonical.length);
        System.arraycopy(canonical, 0, text, length, canonical.length);
        length += canonical.length;
    }

    /** By class, not by {@link JsonNode#getNodeType}: an answer has some ten thousand nodes, most of them texts. */
    void append(JsonNode node) {
        if (node instanceof TextNode) {
            appendString(node.textValue());
        } else if (node instanceof ArrayNode array) {
            appendArray(array);
        } else if (node instanceof WrittenObject written) {
            append(written.canonical);
        } else if (node instanceof ObjectNode) {
            appendObject(node);
        } else if (node instanceof NumericNode) {
            appendNumber(node);
        } else if (node instanceof BooleanNode) {
            appendAscii(Boolean.toString(node.booleanValue()));
        } else if (node instanceof NullNode || node.isMissingNode()) {
            appendAscii("null");
        } else {
            throw new IllegalArgumentException("no canonical form for a " + node.getNodeType() + " node");
        }
    }

    private void appendArray(ArrayNode array) {
        put('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                put(',');
            }
            append(array.get(i));
        }
        put(']');
    }

    private void appendObject(JsonNode node) {
        String[] names = new String[node.size()];
        JsonNode[] values = new JsonNode[names.length];
        int count = names.length > MOST_INSERTED ? sorted(node, names, values) : inserted(node, names, values);
        put('{');
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                put(',');
            }
            appendString(names[i]);
            put(':');
            append(values[i]);
        }
        put('}');
    }

    /** Most objects have a dozen members, for which this is quicker than any sort. */
    private static int inserted(JsonNode node, String[] names, JsonNode[] values) {
        int count = 0;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!(member.getValue() instanceof NullNode)) {
                int at = count++;
                for (; at > 0 && names[at - 1].compareTo(member.getKey()) > 0; at--) {
                    names[at] = names[at - 1];
                    values[at] = values[at - 1];
                }
                names[at] = member.getKey();
                values[at] = member.getValue();
            }
        }
        return count;
    }

    private static int sorted(JsonNode node, String[] names, JsonNode[] values) {
        int count = 0;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!(member.getValue() instanceof NullNode)) {
                names[count++] = member.getKey();
            }
        }
        Arrays.sort(names, 0, count);
        for (int i = 0; i < count; i++) {
            values[i] = node.get(names[i]);
        }
        return count;
    }

    private void appendNumber(JsonNode node) {
        if (!node.isIntegralNumber()) {
            appendAscii(numbers.text(node.doubleValue()));
        } else if (node.canConvertToLong()) {
            appendAscii(Long.toString(node.longValue()));
        } else {
            appendAscii(node.bigIntegerValue().toString());
        }
    }

    /** An answer repeats the same few hundred numbers, and the shortest form of some is dear: the latest of each place stays. */
    private static final class Numbers {
        private static final int PLACES = 1 << 10;

        private final long[] bits = new long[PLACES];
        private final String[] texts = new String[PLACES];

        String text(double value) {
            long asked = Double.doubleToLongBits(value);
            int place = (int) (asked * 0x9e3779b97f4a7c15L >>> 54);
            if (texts[place] == null || bits[place] != asked) {
                bits[place] = asked;
                texts[place] = CanonicalJson.number(value);
            }
            return texts[place];
        }
    }

    private void appendAscii(String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            text[length++] = (byte) ascii.charAt(i);
        }
    }

    private void appendString(String string) {
        put('"');
        // at most three bytes a UTF-16 unit, or six for an escaped control character
        reserve(6 * string.length());
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c >= 0x80) {
                i += appendCodePoint(string, i);
            } else if (c < 0x20 || c == '"' || c == '\\') {
                appendEscaped(c);
            } else {
                text[length++] = (byte) c;
            }
        }
        put('"');
    }

    private void appendEscaped(char c) {
        text[length++] = '\\';
        switch (c) {
            case '"', '\\' -> text[length++] = (byte) c;
            case '\n' -> text[length++] = 'n';
            case '\r' -> text[length++] = 'r';
            case '\t' -> text[length++] = 't';
            case '\b' -> text[length++] = 'b';
            case '\f' -> text[length++] = 'f';
            default -> {
                text[length++] = 'u';
                text[length++] = '0';
                text[length++] = '0';
                text[length++] = HEX[c >> 4];
                text[length++] = HEX[c & 0xf];
            }
        }
    }

    /** Returns how many further UTF-16 units were taken. */
    private int appendCodePoint(String string, int at) {
        char unit = string.charAt(at);
        if (unit < 0x800) {
            text[length++] = (byte) (0xc0 | unit >> 6);
        } else if (!Character.isSurrogate(unit)) {
            text[length++] = (byte) (0xe0 | unit >> 12);
            text[length++] = (byte) (0x80 | unit >> 6 & 0x3f);
        } else {
            return appendSurrogates(string.codePointAt(at));
        }
        text[length++] = (byte) (0x80 | unit & 0x3f);
        return 0;
    }

    private int appendSurrogates(int point) {
        if (!Character.isSupplementaryCodePoint(point)) {
            text[length++] = '?';
            return 0;
        }
        text[length++] = (byte) (0xf0 | point >> 18);
        text[length++] = (byte) (0x80 | point >> 12 & 0x3f);
        text[length++] = (byte) (0x80 | point >> 6 & 0x3f);
        text[length++] = (byte) (0x80 | point & 0x3f);
        return 1;
    }

    private void put(char ascii) {
        reserve(1);
        text[length++] = (byte) ascii;
    }

    private void reserve(int more) {
        if (text.length - length < more) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
        }
    }
}
