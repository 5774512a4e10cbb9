package org.fenton.learning.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.LentRows;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.ScreenFixture;
import org.fenton.learning.training.Fold;
import org.fenton.learning.training.Regime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No drug, pair, line or tissue stands on both sides where the regime forbids it. */
class ProtocolTest {
    private static final Path DATA = Path.of("../../../shared/data");

    private static Screen invented(Protocol protocol) {
        return switch (protocol) {
            case CTRP_LEAVE_LINE -> ScreenFixture.singleAgents();
            case DRUGCOMBDB_TO_SANGER -> LentRows.to(ScreenFixture.pairs(), ScreenFixture.pairs(), Screen.Drug::key);
            default -> ScreenFixture.pairs();
        };
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void inventedFoldsKeepTheirRegime(Protocol protocol) {
        assertKeepsRegime(protocol, invented(protocol));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void realFoldsKeepTheirRegime(Protocol protocol) throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no data directory beside the project");
        assertKeepsRegime(protocol, protocol.screen().read(new DataFiles(DATA)));
    }

    /** Written without {@link RegimeCheck}, so that one can find the other wrong. */
    private static void assertKeepsRegime(Protocol protocol, Screen screen) {
        List<Split> splits = protocol.splits(screen, 1);
        int tested = 0;
        for (Split split : splits) {
            RegimeCheck.verify(screen, protocol.regime(), split);
            Set<Integer> training = units(split.trainingRows(), row -> Set.of(row));
            assertTrue(disjoint(training, units(split.testRows(), row -> Set.of(row))), "rows");
            if (protocol.regime() == Regime.LEAVE_DRUG) {
                Set<Integer> seen = units(split.trainingRows(), row -> Set.of(screen.drugA(row), screen.drugB(row)));
                for (int row : split.testRows()) {
                    assertFalse(seen.contains(screen.drugA(row)) && seen.contains(screen.drugB(row)), "drugs");
                }
                IntStream.range(0, screen.drugs().size())
                        .filter(split::holdsOut)
                        .forEach(drug -> assertFalse(
                                seen.contains(drug), screen.drugs().get(drug).key()));
            }
            if (protocol.regime() == Regime.LEAVE_PAIR) {
                assertTrue(disjoint(
                        units(split.trainingRows(), row -> Set.of(screen.pair(row))),
                        units(split.testRows(), row -> Set.of(screen.pair(row)))));
            }
            if (protocol.regime() == Regime.LEAVE_LINE) {
                assertTrue(disjoint(
                        units(split.trainingRows(), row -> Set.of(screen.line(row))),
                        units(split.testRows(), row -> Set.of(screen.line(row)))));
            }
            if (protocol.regime() == Regime.LEAVE_TISSUE) {
                assertTrue(disjoint(
                        units(split.trainingRows(), row -> Set.of(screen.tissue(row))),
                        units(split.testRows(), row -> Set.of(screen.tissue(row)))));
            }
            if (protocol.regime() == Regime.LEAVE_LABORATORY) {
                assertTrue(Arrays.stream(split.testRows()).allMatch(screen::lent));
                assertTrue(Arrays.stream(split.trainingRows()).noneMatch(screen::lent));
                assertEquals(screen.size(), split.testRows().length + split.trainingRows().length);
                return;
            }
            tested += split.testRows().length;
        }
        assertTrue(splits.size() >= 4);
        assertTrue(
                protocol.regime() == Regime.LEAVE_DRUG ? tested >= screen.size() : tested == screen.size(),
                "every row is tested, once unless its two drugs are of two folds");
    }

    private static <T> Set<T> units(int[] rows, IntFunction<Set<T>> unit) {
        Set<T> units = new HashSet<>();
        Arrays.stream(rows).forEach(row -> units.addAll(unit.apply(row)));
        return units;
    }

    private static boolean disjoint(Set<?> a, Set<?> b) {
        return a.stream().noneMatch(b::contains);
    }

    @Test
    void publishedFoldsThatBreakTheRegimeAreRefused() {
        Screen pairs = ScreenFixture.pairs();
        int[] byRow = IntStream.range(0, pairs.size()).map(row -> row / 3 % 2).toArray();
        Screen leaking = ScreenFixture.withFolds(pairs, "combination", List.of("0", "1"), byRow);
        Split split = Protocol.DEEPDDS_LEAVE_COMBINATION.splits(leaking, 1).get(0);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> RegimeCheck.verify(leaking, Regime.LEAVE_PAIR, split));
        assertTrue(refused.getMessage().contains("stands on both sides"), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> RegimeCheck.verify(leaking, Regime.LEAVE_LINE, split));
        assertThrows(IllegalArgumentException.class, () -> RegimeCheck.verify(leaking, Regime.LEAVE_TISSUE, split));
        assertThrows(IllegalArgumentException.class, () -> RegimeCheck.verify(leaking, Regime.LEAVE_DRUG, split));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aLearnerSeesNoTestOutcome(Protocol protocol) {
        Screen screen = invented(protocol);
        for (Split split : protocol.splits(screen, 1)) {
            Screen judged = protocol.judged(screen, split);
            Fold fold = protocol.fold(judged, split);
            for (int row : split.testRows()) {
                assertFalse(fold.screen().positive(row));
                assertTrue(Double.isNaN(fold.screen().score(row)));
            }
            for (int row : split.trainingRows()) {
                assertEquals(judged.positive(row), fold.screen().positive(row));
                assertEquals(judged.score(row), fold.screen().score(row));
            }
        }
    }

    @Test
    void aTestLineDecidesNoThreshold() {
        Screen screen = ScreenFixture.singleAgents();
        Split split = Protocol.CTRP_LEAVE_LINE.splits(screen, 1).get(0);
        double[] moved =
                IntStream.range(0, screen.size()).mapToDouble(screen::score).toArray();
        for (int row : split.testRows()) {
            moved[row] += 100;
        }
        Screen other = screen.withOutcomes(new boolean[screen.size()], moved);
        Screen before = Protocol.CTRP_LEAVE_LINE.judged(screen, split);
        Screen after = Protocol.CTRP_LEAVE_LINE.judged(other, split);
        for (int row : split.trainingRows()) {
            assertEquals(before.positive(row), after.positive(row));
        }
        for (int row : split.testRows()) {
            assertTrue(after.positive(row), "far above every training line");
        }
        long positives =
                Arrays.stream(split.trainingRows()).filter(before::positive).count();
        assertEquals(split.trainingRows().length / 8, positives, "the highest of eight training lines");
    }

    @Test
    void sameSeedSameFoldsAndAnotherSeedOthers() {
        Screen screen = ScreenFixture.pairs();
        int[] once = Protocol.SANGER_LEAVE_PAIR.splits(screen, 3).get(0).testRows();
        assertTrue(Arrays.equals(
                once, Protocol.SANGER_LEAVE_PAIR.splits(screen, 3).get(0).testRows()));
        assertFalse(Arrays.equals(
                once, Protocol.SANGER_LEAVE_PAIR.splits(screen, 4).get(0).testRows()));
    }
}
