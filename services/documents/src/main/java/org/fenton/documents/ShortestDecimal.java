package org.fenton.documents;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that reads back to a double, without an exponent; of several equally short ones the closest.
 *
 * <p>Not {@code Double.toString}: it is not the shortest before JDK 19, so bytes would depend on the JDK.
 */
final class ShortestDecimal {
    private static final int PLACES = 8;
    private static final double TEN_TO_PLACES = 1e8;
    /** Below it a double holds every integer, and 15 digits that read back are the only ones. */
    private static final double EXACT = 1e15;

    /** So few digits are the only ones of that length. */
    private static final int SURE = 15;

    private static final long MANTISSA = 0xfffffffffffffL;

    private ShortestDecimal() {}

    /** @param value finite and no integer below {@code 1e15} */
    static String of(double value) {
        // what people write has few places: a quotient of two exact numbers is rounded once, so it reads back
        double scaled = Math.rint(value * TEN_TO_PLACES);
        if (Math.abs(scaled) < EXACT && scaled / TEN_TO_PLACES == value) {
            return decimal((long) scaled);
        }
        String shortest = DoubleToDecimal.toString(value);
        if ((Double.doubleToRawLongBits(value) & MANTISSA) == 0 && shortest.length() > SURE) {
            return ofPowerOfTwo(value);
        }
        return shortest.indexOf('E') < 0
                ? shortest
                : new BigDecimal(shortest).stripTrailingZeros().toPlainString();
    }

    /** @param hundredMillionths not 0, and no whole number of units */
    private static String decimal(long hundredMillionths) {
        int places = PLACES;
        long digits = Math.abs(hundredMillionths);
        while (digits % 10 == 0) {
            digits /= 10;
            places--;
        }
        String text = Long.toString(digits);
        StringBuilder out = new StringBuilder(PLACES + text.length());
        if (hundredMillionths < 0) {
            out.append('-');
        }
        int whole = text.length() - places;
        out.append(text, 0, Math.max(0, whole));
        if (whole <= 0) {
            out.append('0');
        }
        out.append('.');
        for (int zero = whole; zero < 0; zero++) {
            out.append('0');
        }
        return out.append(text, Math.max(0, whole), text.length()).toString();
    }

    /** Its neighbours are not equally far, so the closest decimal of a length may not read back where another does. */
    private static String ofPowerOfTwo(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = SURE; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros().toPlainString();
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
