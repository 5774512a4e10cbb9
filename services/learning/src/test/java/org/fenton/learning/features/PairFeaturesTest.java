package org.fenton.learning.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fenton.learning.SyntheticScreen;
import org.fenton.learning.structure.StructureReader;
import org.junit.jupiter.api.Test;

class PairFeaturesTest {
    private final PairFeatures features = SyntheticScreen.features();
    private final StructureReader structures = new StructureReader();

    @Property(tries = 200)
    void swappingTheDrugsChangesNoBit(
            @ForAll("drugs") DrugDescription a,
            @ForAll("drugs") DrugDescription b,
            @ForAll("states") BiologicalState s) {
        double[] forward = features.vector(s, a, b);
        double[] backward = features.vector(s, b, a);
        for (int i = 0; i < forward.length; i++) {
            assertEquals(Double.doubleToRawLongBits(forward[i]), Double.doubleToRawLongBits(backward[i]));
        }
    }

    @Test
    void oneUnknownStructureLeavesAllStructureFeaturesMissing() {
        DrugDescription known = new DrugDescription(Optional.of(structures.read("CCO")), Optional.of(Set.of()));
        DrugDescription unknown = new DrugDescription(Optional.empty(), Optional.of(Set.of("JAK2")));
        double[] vector = features.vector(BiologicalState.unknown(), known, unknown);
        for (int i = 0; i < vector.length; i++) {
            FeatureDefinition feature = features.schema().features().get(i);
            boolean present = feature.kind() == FeatureKind.TARGET || feature.kind() == FeatureKind.KNOWLEDGE;
            assertEquals(present, !Double.isNaN(vector[i]), feature.name());
        }
        assertEquals(1, vector[features.schema().indexOf("target:JAK2")]);
        assertEquals(0, vector[features.schema().indexOf("target:JAK1")], "a known absence is a zero");
    }

    @Test
    void saltsShareFingerprintAndSkeleton() {
        var base = structures.read("CN(C)CCOC(c1ccccc1)c1ccccc1");
        var salt = structures.read("CN(C)CCOC(c1ccccc1)c1ccccc1.Cl");
        assertEquals(base.skeleton(), salt.skeleton());
        assertEquals(base.fingerprint(), salt.fingerprint());
    }

    @Test
    void stereochemistryThatOneSourceDrawsAndAnotherDoesNotChangesNothing() {
        var drawn = structures.read("N[C@@H](Cc1ccccc1)C(=O)O");
        var flat = structures.read("NC(Cc1ccccc1)C(=O)O");
        assertEquals(flat.fingerprint(), drawn.fingerprint());
        assertEquals(flat.skeleton(), drawn.skeleton());
    }

    @Test
    void reusedVectorHoldsNothingOfTheEarlierPair() {
        DrugDescription a = new DrugDescription(Optional.of(structures.read("CCO")), Optional.of(Set.of("JAK2")));
        DrugDescription none = new DrugDescription(Optional.empty(), Optional.empty());
        BiologicalState state = new BiologicalState(Map.of("MAPK", 1.5), Optional.of("Lung"));
        double[] reused = features.stateOnly(state);
        features.addPair(reused, a, a);
        features.addPair(reused, none, none);
        assertArrayEquals(features.vector(state, none, none), reused);
        assertTrue(Double.isNaN(reused[features.schema().indexOf("target:JAK2")]));
    }

    @Provide
    Arbitrary<DrugDescription> drugs() {
        Arbitrary<Optional<String>> smiles = Arbitraries.of("CCO", "c1ccccc1", "CC(=O)Nc1ccc(O)cc1", "N#CC", "")
                .map(s -> Optional.of(s).filter(t -> !t.isEmpty()));
        Arbitrary<Optional<Set<String>>> targets = Arbitraries.of("JAK1", "JAK2", "TUBB", "GPX4", "TOP1", "unheard-of")
                .set()
                .ofMaxSize(4)
                .optional();
        return Combinators.combine(smiles, targets).as((s, t) -> new DrugDescription(s.map(structures::read), t));
    }

    @Provide
    Arbitrary<BiologicalState> states() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-5, 5).optional(),
                        Arbitraries.of("Lung", "Skin", "Eye").optional())
                .as((mapk, tissue) ->
                        new BiologicalState(mapk.map(m -> Map.of("MAPK", m)).orElse(Map.of()), tissue));
    }
}
