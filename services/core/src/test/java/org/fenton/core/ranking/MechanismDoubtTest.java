package org.fenton.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.fenton.core.Cases;
import org.fenton.core.SmallKnowledge;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.EffectStrength;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.pathway.Scale;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;
import org.junit.jupiter.api.Test;

class MechanismDoubtTest {
    private static double doubt(PathwayState state) {
        Knowledge knowledge = new SmallKnowledge().build();
        TumourCase base = Cases.tumour("HCC", Map.of());
        TumourCase tumourCase = new TumourCase(
                base.label(),
                base.goal(),
                base.oncotree(),
                base.tissueScope(),
                base.failedDrug(),
                base.alterations(),
                base.patient(),
                state);
        EffectStrength effect = new Propagation(knowledge, tumourCase)
                .effectOf(knowledge.drug("jakinib"))
                .strength();
        MechanismDoubt doubt = new MechanismDoubt(state);
        return MechanismDoubt.of(doubt.of(effect.promotingPath()), doubt.of(effect.inhibitingPath()));
    }

    private static PathwayState covered(int measured) {
        return new PathwayState(
                Scale.ZSCORE, List.of(activity("STAT3", 4, measured), activity("STAT1", -6, measured)), Map.of());
    }

    private static Activity activity(String factor, double score, int measured) {
        return new Activity(
                "collectri", factor, score, OptionalDouble.empty(), OptionalInt.of(measured), OptionalInt.of(100));
    }

    @Test
    void aSmallPanelWidensTheDoubt() {
        assertTrue(doubt(covered(20)) > doubt(covered(90)));
        assertEquals(0.2 * 0.7, doubt(covered(20)) - doubt(covered(90)), 1e-12);
    }

    @Test
    void anUnmeasuredArmIsDoubtedMoreThanAWellCoveredOne() {
        assertTrue(doubt(PathwayState.UNKNOWN) > doubt(covered(100)));
    }
}
