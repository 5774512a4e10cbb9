package org.fenton.core.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CloseNamesTest {
    @Test
    void aSwapOfNeighboursIsTheNearestSlip() {
        assertEquals(
                "LUAD",
                CloseNames.of("LUDA", List.of("LUCA", "LUAD", "DA", "LUSC")).get(0));
    }

    @Test
    void nothingFarIsSuggestedAndCaseDoesNotMatter() {
        assertEquals(List.of("sorafenib"), CloseNames.of("Sorafinib", List.of("sorafenib", "erastin")));
        assertEquals(List.of(), CloseNames.of("zzzz", List.of("sorafenib")));
    }
}
