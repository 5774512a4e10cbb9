package org.fenton.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CloseNamesTest {
    private static final List<String> DRUGS =
            List.of("ruxolitinib", "tofacitinib", "erastin", "RSL3", "imidazole ketone erastin");

    @Test
    void aSlipOfTheKeyFindsTheName() {
        assertEquals(List.of("ruxolitinib"), CloseNames.of("ruxolitinb", DRUGS));
        assertEquals(List.of("RSL3"), CloseNames.of("rsl2", DRUGS));
        assertEquals(List.of("erastin"), CloseNames.of("ERASTIN", DRUGS));
    }

    @Test
    void theBeginningOfANameFindsIt() {
        assertEquals(List.of("tofacitinib"), CloseNames.of("tofa", DRUGS));
    }

    @Test
    void aNameLikeNoneFindsNone() {
        assertEquals(List.of(), CloseNames.of("paracetamol", DRUGS));
    }
}
