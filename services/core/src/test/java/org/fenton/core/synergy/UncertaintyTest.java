package org.fenton.core.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
    /** Independent drugs whose truth is 0 under Bliss and ZIP: the intervals must hold it about 95 times in 100. */
    @Test
    void intervalsCoverTheTruth() {
        int screens = 60;
        Map<String, Integer> covered = new TreeMap<>(Map.of("bliss", 0, "zip", 0));
        for (int seed = 0; seed < screens; seed++) {
            List<Well> wells = Matrices.noisy(Matrices.independent(Matrices.FULL, Matrices.PARTIAL), 3, 4, 1000 + seed);
            CombinationAssessment assessed = CombinationAssessment.of(Matrices.matrix(wells), 1);
            covered.replaceAll((model, count) -> {
                Estimate mean = assessed.score(model).mean().orElseThrow();
                return mean.low().orElseThrow() <= 0 && mean.high().orElseThrow() >= 0 ? count + 1 : count;
            });
        }
        covered.forEach((model, count) -> assertTrue(count >= 52, model + ": " + count + " of " + screens));
    }

    @Test
    void withoutReplicatesThereIsNoInterval() {
        List<Well> wells = Matrices.noisy(Matrices.independent(Matrices.FULL, Matrices.PARTIAL), 1, 4, 3);
        CombinationAssessment assessed = CombinationAssessment.of(Matrices.matrix(wells), 1);
        for (SynergyScore score : assessed.scores()) {
            assertEquals(Optional.empty(), score.mean().orElseThrow().standardError(), score.model());
            assertEquals(Optional.empty(), score.mean().orElseThrow().low());
        }
        assertEquals(Optional.empty(), assessed.benefit().atBestDoses().standardError());
    }

    @Test
    void replicatesThatAgreeLeaveNoDoubt() {
        List<Well> wells = Matrices.noisy(Matrices.independent(Matrices.FULL, Matrices.PARTIAL), 2, 0, 3);
        Estimate bliss = CombinationAssessment.of(Matrices.matrix(wells), 1)
                .score("bliss")
                .mean()
                .orElseThrow();
        assertEquals(0, bliss.standardError().orElseThrow(), 1e-12);
    }

    /** The standard error of the HSA mean of one cell with known doses alone is that of a difference of two means. */
    @Test
    void theStandardErrorIsThatOfAMean() {
        List<Well> wells = Matrices.noisy((a, b) -> a > 0 && b > 0 ? 80 : a > 0 ? 60 : b > 0 ? 10 : 0, 4, 5, 11);
        Estimate hsa = CombinationAssessment.of(Matrices.matrix(wells), 1)
                .score("hsa")
                .mean()
                .orElseThrow();
        // 20 cells of 4 wells against 5 doses alone of 4 wells, each used by 4 cells.
        double expected = Math.sqrt(25.0 / (20 * 4) + 25.0 / (5 * 4));
        assertEquals(expected, hsa.standardError().orElseThrow(), 0.25 * expected);
    }
}
