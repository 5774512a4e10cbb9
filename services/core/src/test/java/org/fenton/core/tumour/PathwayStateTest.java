package org.fenton.core.tumour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.fenton.core.pathway.Scale;
import org.junit.jupiter.api.Test;

class PathwayStateTest {
    private static final Map<String, Double> GENES = Map.of("GPX4", 5.0, "SLC7A11", 3.0, "STAT3", 4.0);

    @Test
    void aShiftThatAllGenesOfALog2ProfileShareIsTakenOff() {
        PathwayState state = PathwayState.inferred(Scale.LOG2, List.of(), GENES);
        assertEquals(1, state.gene("GPX4").orElseThrow(), 0);
        assertEquals(-1, state.gene("SLC7A11").orElseThrow(), 0);
    }

    @Test
    void zScoresAndContrastsAreTakenAsTheyAre() {
        for (Scale scale : List.of(Scale.ZSCORE, Scale.CONTRAST)) {
            assertEquals(
                    5,
                    PathwayState.inferred(scale, List.of(), GENES).gene("GPX4").orElseThrow(),
                    0);
        }
    }
}
