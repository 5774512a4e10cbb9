package org.fenton.gateway.workbench;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Numbers as pages write them: few decimals, a true minus, a sign where direction matters. */
final class Numbers {
    private static final char MINUS = '\u2212';

    private Numbers() {}

    static Optional<BigDecimal> parse(String text) {
        try {
            BigDecimal value = new BigDecimal(text.strip().replace(MINUS, '-'));
            return Double.isFinite(value.doubleValue()) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Two decimals. */
    static String plain(double value) {
        return fixed(value, 2);
    }

    static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', MINUS);
    }

    /** Two decimals with + or −; zero has none. */
    static String signed(double value) {
        String text = plain(value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero || value < 0 ? text : "+" + text;
    }

    /** Thousands set apart by a narrow space. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
    }

    /** Three significant digits, for potencies and the like. */
    static String significant(double value) {
        double rounded =
                new BigDecimal(value).round(new java.math.MathContext(3)).doubleValue();
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e7
                ? count((long) rounded).replace('-', MINUS)
                : BigDecimal.valueOf(rounded).toPlainString().replace('-', MINUS);
    }
}
