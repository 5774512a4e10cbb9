package org.fenton.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoPlacesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "0.005, 0.01",
        "0.004999, 0.00",
        "0.125, 0.13",
        "1.005, 1.01",
        "0.995, 1.00",
        "-0.001, -0.00",
        "-2.675, -2.68",
        "12345678901.235, 12345678901.24"
    })
    void aNumberIsRoundedHalfUpAsItIsWritten(double value, String text) {
        assertEquals(text, TwoPlaces.of(value));
    }

    @Property
    void anyNumberIsItsDecimalRounded(@ForAll @DoubleRange(min = 0, max = 2e9) double value) {
        assertEquals(exact(value), TwoPlaces.of(value));
    }

    @Property
    void soIsOneCloseToAHalf(@ForAll @IntRange(max = 1_000_000) int thousandths) {
        double half = (10L * thousandths + 5) / 1000.0;
        assertEquals(exact(half), TwoPlaces.of(half));
        assertEquals(exact(Math.nextUp(half)), TwoPlaces.of(Math.nextUp(half)));
        assertEquals(exact(Math.nextDown(half)), TwoPlaces.of(Math.nextDown(half)));
    }

    private static String exact(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
