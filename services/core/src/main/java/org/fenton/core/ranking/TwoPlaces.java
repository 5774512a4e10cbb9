package org.fenton.core.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in sentences. */
final class TwoPlaces {
    private static final double SMALL = 1e9;
    /** How far from a half the hundredths have to be for their double to tell on which side the number is. */
    private static final double SURE = 1e-6;

    private TwoPlaces() {}

    /** With two places, half up, of the decimal that {@link Double#toString} gives; the number is finite. */
    static String of(double value) {
        if (Math.abs(value) < SMALL) {
            double hundredths = Math.abs(value) * 100;
            double below = Math.floor(hundredths);
            if (Math.abs(hundredths - below - 0.5) > SURE) {
                long whole = (long) below + (hundredths - below > 0.5 ? 1 : 0);
                return (value < 0 ? "-" : "")
                        + whole / 100
                        + '.'
                        + (char) ('0' + whole / 10 % 10)
                        + (char) ('0' + whole % 10);
            }
        }
        BigDecimal rounded = BigDecimal.valueOf(Math.abs(value)).setScale(2, RoundingMode.HALF_UP);
        return (value < 0 ? "-" : "") + rounded.toPlainString();
    }
}
