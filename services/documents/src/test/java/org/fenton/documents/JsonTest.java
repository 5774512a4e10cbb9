package org.fenton.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static byte[] objects(int count) {
        return ("[" + "{},".repeat(count - 1) + "{}]").getBytes(StandardCharsets.UTF_8);
    }

    private static String refused(String json) {
        DocumentException refusal =
                assertThrows(DocumentException.class, () -> Json.parse(json.getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, refusal.problems().size());
        return refusal.problems().get(0).detail();
    }

    /** Twenty megabytes of empty objects would take most of a gateway's memory. */
    @Test
    void aDocumentOfManyTinyPartsIsRefusedBeforeItFillsTheMemory() {
        assertEquals(499_999, Json.parse(objects(499_999)).size(), "with the array's brackets a million tokens");
        assertThrows(DocumentException.class, () -> Json.parse(objects(500_000)));
    }

    @Test
    void anAnswerOfOursMayBeLonger() {
        assertEquals(500_000, Json.parseAnswer(objects(500_000)).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1000, 100_000})
    void deepNestingIsRefusedInWordsOfOurs(int levels) {
        String detail = refused("[".repeat(levels) + "]".repeat(levels));
        assertEquals(
                "larger than is read: at most 64 levels, 1000000 tokens, 1000 digits a number, 50000 characters a name",
                detail);
    }

    @Test
    void aNumberOfTooManyDigitsIsRefusedLikewise() {
        assertFalse(refused("[" + "1".repeat(1001) + "]").contains("StreamReadConstraints"));
    }
}
