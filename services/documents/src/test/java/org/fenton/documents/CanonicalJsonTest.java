package org.fenton.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
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
