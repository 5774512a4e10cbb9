package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One spelling for each JSON value, so that a document's hash is its identity.
 *
 * <p>Object keys are sorted by code unit, white space is absent, {@code null} members are left out, and numbers are the
 * shortest decimal that reads back to the same double, integers without a fraction or exponent below 1e15. Escapes are
 * the two-character forms of RFC 8259 and {@code \\u00xx} for other control characters; everything else is UTF-8.
 */
public final class CanonicalJson {
    private static final double INTEGER_LIMIT = 1e15;

    private CanonicalJson() {}

    /** The canonical text of {@code node}; throws {@link IllegalArgumentException} on a number that is not finite. */
    public static String write(JsonNode node) {
        return new String(bytes(node), StandardCharsets.UTF_8);
    }

    /** The same in UTF-8; an unpaired surrogate becomes {@code ?}. */
    public static byte[] bytes(JsonNode node) {
        return bytes(node, 1 << 12);
    }

    /** @param expected about how many bytes there are */
    static byte[] bytes(JsonNode node, int expected) {
        CanonicalWriter out = new CanonicalWriter(expected);
        out.append(node);
        return out.bytes();
    }

    /** {@code sha256:} and the lower-case hexadecimal SHA-256 of {@code bytes}. */
    public static String sha256Id(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The id of a document: the hash of its canonical text in UTF-8. */
    public static String id(JsonNode node) {
        return sha256Id(bytes(node));
    }

    /** The shortest decimal that reads back to {@code value}; throws {@link IllegalArgumentException} if not finite. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number that is not finite has no JSON form: " + value);
        }
        if (value == Math.rint(value) && Math.abs(value) < INTEGER_LIMIT) {
            return Long.toString((long) value);
        }
        return ShortestDecimal.of(value);
    }
}
