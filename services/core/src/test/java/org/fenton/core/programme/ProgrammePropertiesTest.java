package org.fenton.core.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.Scale;

class ProgrammePropertiesTest {
    /** The shipped gene sets; balances need networks. */
    private static final Programmes SETS = new Programmes(Programmes.standard().list().stream()
            .filter(GeneProgramme.class::isInstance)
            .toList());

    private static final List<GeneSymbol> GENES = SETS.list().stream()
            .flatMap(programme -> ((GeneProgramme) programme).members().stream())
            .map(GeneProgramme.Member::gene)
            .distinct()
            .sorted()
            .toList();

    @Property(tries = 50)
    void theOrderOfGenesDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 5, max = 100) int share) {
        List<GeneSymbol> genes = some(seed, share);
        List<GeneSymbol> shuffled = new ArrayList<>(genes);
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertClose(score(genes, seed, 1), score(shuffled, seed, 1), 1);
    }

    @Property(tries = 50)
    void turningTheProfileTurnsTheSign(@ForAll long seed, @ForAll @IntRange(min = 5, max = 100) int share) {
        List<GeneSymbol> genes = some(seed, share);
        assertClose(score(genes, seed, 1), score(genes, seed, -3.5), -1);
    }

    @Property(tries = 50)
    void unknownGenesChangeNoCoverage(@ForAll long seed, @ForAll @IntRange(min = 5, max = 100) int share) {
        List<GeneSymbol> genes = some(seed, share);
        List<GeneSymbol> more = new ArrayList<>(genes);
        IntStream.range(0, 40).forEach(i -> more.add(new GeneSymbol("UNKNOWN" + i)));
        List<ProgrammeActivity> before = score(genes, seed, 1);
        List<ProgrammeActivity> after = score(more, seed, 1);
        for (int i = 0; i < before.size(); i++) {
            assertEquals(before.get(i).coverage(), after.get(i).coverage());
            assertEquals(
                    before.get(i).score().map(ProgrammeActivity.Score::doubt),
                    after.get(i).score().map(ProgrammeActivity.Score::doubt));
        }
    }

    @Property(tries = 50)
    void doubtGrowsAsCoverageFallsAndAScoreNeedsAReasonToBeAbsent(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 100) int share) {
        List<GeneSymbol> genes = some(seed, share);
        Map<String, ProgrammeActivity> whole = score(GENES, seed, 1).stream()
                .collect(Collectors.toMap(ProgrammeActivity::programme, activity -> activity));
        for (ProgrammeActivity part : score(genes, seed, 1)) {
            assertEquals(part.score().isEmpty(), !part.coverage().reason().isEmpty());
            if (part.score().isPresent()) {
                double before =
                        whole.get(part.programme()).score().orElseThrow().doubt();
                double after = part.score().orElseThrow().doubt();
                assertTrue(part.coverage().missing().isEmpty() ? after == before : after > before, part.toString());
            }
        }
    }

    private static void assertClose(List<ProgrammeActivity> first, List<ProgrammeActivity> second, int sign) {
        for (int i = 0; i < first.size(); i++) {
            assertEquals(first.get(i).coverage(), second.get(i).coverage());
            assertEquals(first.get(i).score().isPresent(), second.get(i).score().isPresent());
            if (first.get(i).score().isPresent()) {
                double expected = sign * first.get(i).score().orElseThrow().value();
                double found = second.get(i).score().orElseThrow().value();
                assertEquals(expected, found, 1e-9 * (1 + Math.abs(expected)));
            }
        }
    }

    /** About {@code share} per cent of the programme genes, and twenty others. */
    private static List<GeneSymbol> some(long seed, int share) {
        Random random = new Random(seed);
        List<GeneSymbol> genes = new ArrayList<>(
                GENES.stream().filter(g -> random.nextInt(100) < share).toList());
        IntStream.range(0, 20).forEach(i -> genes.add(new GeneSymbol("OTHER" + i)));
        return genes;
    }

    /** Values that hang on seed and symbol alone. */
    private static List<ProgrammeActivity> score(List<GeneSymbol> genes, long seed, double factor) {
        double[] values = genes.stream()
                .mapToDouble(
                        gene -> factor * new Random(seed ^ 31L * gene.value().hashCode()).nextGaussian())
                .toArray();
        ExpressionMatrix matrix = new ExpressionMatrix(Scale.ZSCORE, genes, List.of("X"), new double[][] {values});
        return new ProgrammeScoring(SETS, Map.of()).score(matrix);
    }
}
