package org.fenton.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void orderAndSpaceDoNotMatter() throws Exception {
        assertEquals(
                "{\"a\":[1,2.5],\"b\":{\"c\":\"x\",\"d\":true}}",
                CanonicalJson.write(json("{ \"b\": {\"d\": true, \"c\": \"x\", \"n\": null}, \"a\": [1, 2.50] }")));
        assertEquals(CanonicalJson.id(json("{\"a\":1,\"b\":2}")), CanonicalJson.id(json("{\"b\":2.0,\"a\":1}")));
    }

    @ParameterizedTest
    @CsvSource({
        "2.0E-3,0.002",
        "1.0E23,100000000000000000000000",
        "0.1,0.1",
        "-0.0,0",
        "1e-7,0.0000001",
        "5,5",
        "1.1,1.1"
    })
    void numbersAreTheShortestThatReadBack(double value, String text) {
        assertEquals(text, CanonicalJson.write(DoubleNode.valueOf(value)));
    }

    @Test
    void everyFiniteDoubleReadsBack() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = CanonicalJson.number(value);
                assertEquals(value, Double.parseDouble(text), 0, text);
                assertTrue(digits(text) <= 17 || Math.abs(value) >= 1e15, text);
            }
        }
    }

    /** The definition, by exact decimals: the rounding to 15, 16 or 17 digits that reads back, whichever comes first. */
    private static String byDefinition(double value) {
        BigDecimal exact = new BigDecimal(value);
        int digits = 15;
        while (exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue() != value) {
            digits++;
        }
        BigDecimal shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return shortest.signum() == 0 ? "0" : shortest.stripTrailingZeros().toPlainString();
    }

    @Property
    void anyTextIsItsUtf8(@ForAll @CharRange(from = '\u0080', to = '\uffff') String text) throws Exception {
        // the JDK's encoder, too, writes an unpaired surrogate as a question mark
        assertEquals('"' + new String(text.getBytes(UTF_8), UTF_8) + '"', CanonicalJson.write(new TextNode(text)));
    }

    @Property(tries = 2000)
    void anyNumberIsWrittenAsDefined(@ForAll double value) {
        Assume.that(value == 0 || Math.abs(value) >= Double.MIN_NORMAL);
        assertEquals(byDefinition(value), CanonicalJson.number(value));
    }

    @Property(tries = 2000)
    void aMeasuredValueIsWrittenAsDefined(
            @ForAll @IntRange(min = -2_000_000_000, max = 2_000_000_000) int digits,
            @ForAll @IntRange(max = 12) int places) {
        double value = digits / Math.pow(10, places);
        Assume.that(digits != 0);
        assertEquals(byDefinition(value), CanonicalJson.number(value));
        double next = Math.nextUp(value);
        assertEquals(byDefinition(next), CanonicalJson.number(next));
    }

    @Test
    void powersOfTwoAndTheirNeighboursAreWrittenAsDefined() {
        for (int exponent = Double.MIN_EXPONENT + 1; exponent <= 1023; exponent++) {
            double power = Math.scalb(1.0, exponent);
            for (double value : new double[] {Math.nextDown(power), power, -power, Math.nextUp(power)}) {
                assertEquals(byDefinition(value), CanonicalJson.number(value));
            }
        }
    }

    private static int digits(String text) {
        return text.replaceAll("[-.]", "").replaceAll("^0+", "").length();
    }

    @Test
    void aNumberThatIsNotFiniteHasNoForm() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(DoubleNode.valueOf(Double.NaN)));
    }

    @Test
    void idIsTheSha256OfTheBytes() {
        assertEquals(
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                CanonicalJson.sha256Id("".getBytes(StandardCharsets.UTF_8)),
                "source: FIPS 180-4, empty message");
    }
}
