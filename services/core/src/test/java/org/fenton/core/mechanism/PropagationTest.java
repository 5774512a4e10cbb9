package org.fenton.core.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Map;
import org.fenton.core.Cases;
import org.fenton.core.SmallKnowledge;
import org.fenton.core.knowledge.Edge;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.FerroptosisEffect.Direction;
import org.fenton.core.tumour.TumourCase;
import org.junit.jupiter.api.Test;

class PropagationTest {
    private static final Map<String, Double> STAT3_HIGH = Map.of("STAT3", 4.0, "STAT1", -6.0);
    private static final Map<String, Double> INTERFERON_HIGH = Map.of("STAT3", -6.0, "STAT1", 4.0);

    private static FerroptosisEffect effect(Knowledge knowledge, TumourCase tumourCase, String drug) {
        return new Propagation(knowledge, tumourCase).effectOf(knowledge.drug(drug));
    }

    @Test
    void theSameJakInhibitorHelpsOneTumourAndRescuesAnother() {
        Knowledge knowledge = new SmallKnowledge().build();
        assertEquals(
                Direction.PROMOTES,
                effect(knowledge, Cases.tumour("HCC", STAT3_HIGH), "jakinib").direction());
        assertEquals(
                Direction.INHIBITS,
                effect(knowledge, Cases.tumour("HCC", INTERFERON_HIGH), "jakinib")
                        .direction());
    }

    @Test
    void bothArmsActiveIsAConflictNotAnAverage() {
        Knowledge knowledge = new SmallKnowledge().build();
        FerroptosisEffect effect =
                effect(knowledge, Cases.tumour("HCC", Map.of("STAT3", 4.0, "STAT1", 4.0)), "jakinib");
        assertEquals(Direction.CONFLICTED, effect.direction());
        assertEquals(1, effect.promotingPaths().size());
        assertEquals(1, effect.inhibitingPaths().size());
    }

    @Test
    void strengthIsPotencyTimesActivityTimesWeakestSupport() {
        Knowledge knowledge = new SmallKnowledge().build();
        EffectPath path = effect(knowledge, Cases.tumour("HCC", STAT3_HIGH), "jakinib")
                .promotingPaths()
                .get(0);
        assertEquals(1.0, path.potency(), 0, "3 nM is at the ceiling of the potency factor");
        assertEquals(1 / (1 + StrictMath.exp(-2)), path.activity(), 0);
        assertEquals(
                0.8 * path.activity(),
                path.strength(),
                1e-15,
                "one study in the disease and a general step: min(0.8, 0.8)");
        assertEquals("⊣ JAK1 → STAT3 → GPX4 ⊣ ferroptosis", path.text());
    }

    @Test
    void whatWasSeenInAnotherTumourCountsLess() {
        Knowledge knowledge = new SmallKnowledge().build();
        FerroptosisEffect here = effect(knowledge, Cases.tumour("HCC", STAT3_HIGH), "jakinib");
        FerroptosisEffect elsewhere = effect(knowledge, Cases.tumour("STAD", STAT3_HIGH), "jakinib");
        assertTrue(elsewhere.promoting() < here.promoting());
        assertEquals(ScopeMatch.EXTRAPOLATED, elsewhere.promotingPaths().get(0).match());
    }

    @Test
    void aTissueHasItsOwnSignAndTumourEdgesDoNotReachIt() {
        Knowledge knowledge = new SmallKnowledge().build();
        FerroptosisEffect retina = effect(knowledge, Cases.tissue("retina", STAT3_HIGH), "jakinib");
        assertEquals(Direction.INHIBITS, retina.direction());
        assertTrue(retina.promotingPaths().isEmpty());
    }

    @Test
    void withoutJakTheInterferonArmIsAbsent() {
        Knowledge knowledge = new SmallKnowledge().build();
        TumourCase blind = Cases.without(Cases.tumour("HCC", Map.of("STAT3", 4.0, "STAT1", 4.0)), "JAK2");
        FerroptosisEffect effect = effect(knowledge, blind, "jakinib");
        assertTrue(effect.inhibitingPaths().isEmpty());
        assertEquals(Direction.PROMOTES, effect.direction());
        TumourCase withoutTarget = Cases.without(Cases.tumour("HCC", STAT3_HIGH), "JAK1");
        assertEquals(Direction.NONE, effect(knowledge, withoutTarget, "jakinib").direction());
    }

    @Test
    void aStudyListedTwiceAddsNothing() {
        SmallKnowledge once = new SmallKnowledge();
        SmallKnowledge twice = new SmallKnowledge();
        twice.edge("e7", "STAT3", "GPX4", Edge.Sign.PLUS, "hcc", "STUDY:1");
        assertEquals(
                effect(once.build(), Cases.tumour("HCC", STAT3_HIGH), "jakinib").promoting(),
                effect(twice.build(), Cases.tumour("HCC", STAT3_HIGH), "jakinib")
                        .promoting(),
                0);
    }

    @Test
    void orderOfTheReleaseDoesNotMatter() {
        SmallKnowledge forward = new SmallKnowledge();
        SmallKnowledge backward = new SmallKnowledge();
        Collections.reverse(backward.edges);
        Collections.reverse(backward.drugs);
        TumourCase tumourCase = Cases.tumour("HCC", STAT3_HIGH);
        assertEquals(effect(forward.build(), tumourCase, "jakinib"), effect(backward.build(), tumourCase, "jakinib"));
    }

    @Test
    void aListedRadicalTrapIsAnInhibitorWithoutTargets() {
        Knowledge knowledge = new SmallKnowledge().build();
        assertEquals(
                Direction.INHIBITS,
                effect(knowledge, Cases.tumour("HCC", Map.of()), "trapper").direction());
    }

    @Test
    void twoDrugsOnOneArmAreNotCountedTwice() {
        Knowledge knowledge = new SmallKnowledge().build();
        FerroptosisEffect one = effect(knowledge, Cases.tumour("HCC", Map.of()), "gpxinib");
        assertEquals(one.promoting(), one.with(one).promoting(), 0);
    }
}
