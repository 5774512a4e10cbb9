package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
        CanonicalWriter out = new CanonicalWriter();
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
        return shortest(value);
    }

    /** Not {@code Double.toString}: it is not the shortest before JDK 19, so bytes would depend on the JDK. */
    private static String shortest(double value) {
        String decimal = Double.toString(value);
        // At most 15 digits that read back are the very digits that rounding the exact value to 15 gives.
        if (digits(decimal) <= 15) {
            return decimal.indexOf('E') < 0
                    ? withoutTrailingZeros(decimal)
                    : new BigDecimal(decimal).stripTrailingZeros().toPlainString();
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros().toPlainString();
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Of a decimal with a point and a fraction that is not 0. */
    private static String withoutTrailingZeros(String decimal) {
        int end = decimal.length();
        while (decimal.charAt(end - 1) == '0') {
            end--;
        }
        return decimal.substring(0, end);
    }

    private static int digits(String decimal) {
        int count = 0;
        for (int i = 0; i < decimal.length() && decimal.charAt(i) != 'E'; i++) {
            count += Character.isDigit(decimal.charAt(i)) ? 1 : 0;
        }
        return count;
    }
}
