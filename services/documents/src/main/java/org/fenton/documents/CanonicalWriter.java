package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The bytes of one canonical document while they grow; see {@link CanonicalJson}. */
final class CanonicalWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final int MOST_INSERTED = 32;

    /** An answer repeats the same few hundred numbers, and the shortest form of some is dear. */
    private final Map<Double, String> numbers = new HashMap<>();

    private byte[] text;
    private int length;

    /** @param expected about how many bytes the document has; a longer one is copied as it grows */
    CanonicalWriter(int expected) {
        text = new byte[expected];
    }

    byte[] bytes() {
        return Arrays.copyOf(text, length);
    }

    void append(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                if (node instanceof RepeatedObject repeated) {
                    appendRepeated(repeated);
                } else {
                    appendObject(node);
                }
            }
            case ARRAY -> {
                put('[');
                for (int i = 0; i < node.size(); i++) {
                    if (i > 0) {
                        put(',');
                    }
                    append(node.get(i));
                }
                put(']');
            }
            case STRING -> appendString(node.textValue());
            case NUMBER -> appendAscii(number(node));
            case BOOLEAN -> appendAscii(Boolean.toString(node.booleanValue()));
            case NULL, MISSING -> appendAscii("null");
            default -> throw new IllegalArgumentException("no canonical form for a " + node.getNodeType() + " node");
        }
    }

    private void appendRepeated(RepeatedObject node) {
        if (node.canonical == null) {
            int start = length;
            appendObject(node);
            node.canonical = Arrays.copyOfRange(text, start, length);
        } else {
            reserve(node.canonical.length);
            System.arraycopy(node.canonical, 0, text, length, node.canonical.length);
            length += node.canonical.length;
        }
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
            if (!member.getValue().isNull()) {
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
            if (!member.getValue().isNull()) {
                names[count++] = member.getKey();
            }
        }
        Arrays.sort(names, 0, count);
        for (int i = 0; i < count; i++) {
            values[i] = node.get(names[i]);
        }
        return count;
    }

    private String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong()
                    ? Long.toString(node.longValue())
                    : node.bigIntegerValue().toString();
        }
        return numbers.computeIfAbsent(node.doubleValue(), CanonicalJson::number);
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
        int point = string.codePointAt(at);
        if (point < 0x800) {
            text[length++] = (byte) (0xc0 | point >> 6);
        } else if (point < 0x10000 && Character.isSurrogate((char) point)) {
            text[length++] = '?';
            return 0;
        } else if (point < 0x10000) {
            text[length++] = (byte) (0xe0 | point >> 12);
            text[length++] = (byte) (0x80 | point >> 6 & 0x3f);
        } else {
            text[length++] = (byte) (0xf0 | point >> 18);
            text[length++] = (byte) (0x80 | point >> 12 & 0x3f);
            text[length++] = (byte) (0x80 | point >> 6 & 0x3f);
        }
        text[length++] = (byte) (0x80 | point & 0x3f);
        return Character.charCount(point) - 1;
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
