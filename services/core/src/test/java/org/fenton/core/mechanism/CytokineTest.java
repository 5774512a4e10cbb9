package org.fenton.core.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenton.core.Cases;
import org.fenton.core.SmallKnowledge;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.Edge;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.mechanism.FerroptosisEffect.Direction;
import org.fenton.core.tumour.TumourCase;
import org.junit.jupiter.api.Test;

/** What a cytokine is recorded to do, at the drugs that stop its signal. All of the release is invented. */
class CytokineTest {
    private static final TumourCase INTERFERON_HIGH = Cases.tumour("HCC", Map.of("STAT1", 4.0));

    /** IFN-γ lowers SLC7A11 in the liver tumour, through JAK1; nothing else leads from SLC7A11 than its loss of ferroptosis. */
    private static SmallKnowledge interferon() {
        SmallKnowledge small = new SmallKnowledge();
        small.edges.removeIf(edge -> edge.to().contains("STAT1") || edge.from().contains("STAT1"));
        small.edge("i1", "IFNG", "JAK1", Edge.Sign.PLUS, "general");
        small.edge("i2", "IFNG", "SLC7A11", Edge.Sign.MINUS, "hcc", "STUDY:9");
        small.edge("i3", "SLC7A11", "ferroptosis", Edge.Sign.MINUS, "general");
        small.drug("interferomab", Listing.Kind.JAK_STAT, "ifn-gamma-antibody", SmallKnowledge.target("IFNG", 1.0));
        return small;
    }

    private static FerroptosisEffect effect(SmallKnowledge small, TumourCase tumourCase, String drug) {
        var knowledge = small.build();
        return new Propagation(knowledge, tumourCase).effectOf(knowledge.drug(drug));
    }

    @Test
    void theKinaseThatCarriesACytokineCarriesItsRecordedEffect() {
        EffectPath path = effect(interferon(), INTERFERON_HIGH, "jakinib")
                .inhibitingPaths()
                .get(0);
        assertEquals("⊣ JAK1 ⊣ SLC7A11* ⊣ ferroptosis", path.text());
        assertEquals("STAT1", path.arm(), "read by the factor that reads interferon-gamma");
        assertTrue(path.studies().contains("STUDY:9"));
    }

    @Test
    void anAntibodyAgainstTheCytokineActsThroughItsFactor() {
        FerroptosisEffect effect = effect(interferon(), INTERFERON_HIGH, "interferomab");
        assertEquals(Direction.INHIBITS, effect.direction());
        assertEquals("STAT1", effect.inhibitingPaths().get(0).arm());
    }

    @Test
    void withoutJakTheCytokineHasNoEffectToLose() {
        TumourCase blind = Cases.without(INTERFERON_HIGH, "JAK2");
        assertEquals(Direction.NONE, effect(interferon(), blind, "interferomab").direction());
        assertTrue(effect(interferon(), blind, "jakinib").inhibitingPaths().isEmpty());
    }

    @Test
    void oneCytokinesSignalDoesNotCarryAnothersEffect() {
        SmallKnowledge small = interferon();
        small.edge("i4", "IL6", "JAK1", Edge.Sign.PLUS, "general");
        small.drug("sixumab", Listing.Kind.JAK_STAT, "il6-pathway-antibody", SmallKnowledge.target("IL6", 1.0));
        FerroptosisEffect effect = effect(small, Cases.tumour("HCC", Map.of("STAT3", 4.0)), "sixumab");
        assertTrue(effect.inhibitingPaths().isEmpty(), "IL-6 does not lower SLC7A11 as interferon does");
        assertEquals(
                "⊣ IL6 → JAK1 → STAT3 → GPX4 ⊣ ferroptosis",
                effect.promotingPaths().get(0).text());
    }

    @Test
    void aRowThatNamesKinaseAndFactorLeavesTheFactor() {
        SmallKnowledge small = new SmallKnowledge();
        small.edges.add(new Edge(
                "chain",
                List.of("JAK1", "STAT3"),
                List.of("SLC7A11"),
                Edge.Sign.PLUS,
                Set.of("hcc"),
                org.fenton.core.knowledge.EvidenceLevel.IN_VITRO,
                List.of(),
                "B",
                "",
                "",
                "",
                false,
                "S"));
        Set<String> from = new java.util.TreeSet<>();
        MechanismGraph.of(small.build(), CaseScopes.of(INTERFERON_HIGH, small.build())).arcs().stream()
                .filter(arc -> arc.to().equals("SLC7A11"))
                .forEach(arc -> from.add(arc.from()));
        assertEquals(Set.of("STAT3"), from, "blocking the kinase acts by the factor's measured activity");
    }

    @Test
    void anArmThatNoContextNamesIsNotAssumedToBeActive() {
        SmallKnowledge small = new SmallKnowledge();
        FerroptosisEffect before = effect(small, Cases.tumour("HCC", Map.of()), "jakinib");
        assertEquals(Direction.CONFLICTED, before.direction(), "nothing measured, no context: both arms at one half");
        small.contexts.add(new DiseaseContext(
                "C1",
                "liver tumour",
                "hcc",
                Set.of("HCC"),
                "INDUCE",
                List.of(new DiseaseContext.Arm("STAT3", DiseaseContext.ArmEffect.SUPPRESSES)),
                "RAISES",
                "FAVOURABLE",
                "",
                List.of(),
                "B",
                ""));
        FerroptosisEffect named = effect(small, Cases.tumour("HCC", Map.of()), "jakinib");
        assertEquals(Direction.PROMOTES, named.direction());
        assertEquals(1, named.inhibitingPaths().size(), "the other arm is still shown");
    }

    @Test
    void anotherEndNodeIsAnsweredForItself() {
        SmallKnowledge small = new SmallKnowledge();
        small.edge("h1", "STAT3", "HAMP", Edge.Sign.PLUS, "hcc");
        var knowledge = small.build();
        TumourCase liver = Cases.tumour("HCC", Map.of("STAT3", 4.0));
        FerroptosisEffect hepcidin = new Propagation(knowledge, liver).effectOn("HAMP", knowledge.drug("jakinib"));
        assertEquals(Direction.INHIBITS, hepcidin.direction(), "lowers");
        assertEquals("⊣ JAK1 → STAT3 → HAMP", hepcidin.inhibitingPaths().get(0).text());
    }

    @Test
    void whatAListSaysOfAPathwayDrugHoldsWhereThePaperWasMade() {
        SmallKnowledge small = new SmallKnowledge();
        var plain = small.drugs.get(0);
        small.drugs.set(
                0,
                new org.fenton.core.knowledge.Drug(
                        plain.id(),
                        plain.name(),
                        plain.synonyms(),
                        plain.identifiers(),
                        plain.smiles(),
                        plain.approval(),
                        plain.patientUse(),
                        plain.classes(),
                        List.of(new Listing(
                                Listing.Kind.FERROPTOSIS_INHIBITOR,
                                "inhibitors:1",
                                "JAK inhibitor",
                                Listing.State.CONFIRMED,
                                "",
                                "",
                                List.of("STUDY:4"),
                                List.of())),
                        plain.targets(),
                        plain.reachable(),
                        plain.texts()));
        TumourCase retina = Cases.tissue("retina", Map.of());
        TumourCase liver = Cases.tumour("HCC", Map.of("STAT3", 4.0, "STAT1", -6.0));
        assertTrue(effect(small, retina, "jakinib").inhibitingPaths().stream()
                .anyMatch(path -> path.edges().contains("inhibitors:1")));
        assertTrue(effect(small, liver, "jakinib").inhibitingPaths().stream()
                .noneMatch(path -> path.edges().contains("inhibitors:1")));
    }
}
