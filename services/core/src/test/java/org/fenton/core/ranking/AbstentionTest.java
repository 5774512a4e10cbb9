package org.fenton.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fenton.core.Cases;
import org.fenton.core.SmallKnowledge;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.core.knowledge.KnownCombination;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.tumour.TumourCase;
import org.junit.jupiter.api.Test;

/** Whatever gets no direction says by a code why. All of the release is invented. */
class AbstentionTest {
    private static final TumourCase STAT3_HIGH = Cases.tumour("HCC", Map.of("STAT3", 4.0, "STAT1", -6.0));

    private static Optional<Abstention> of(String drug, SmallKnowledge small, TumourCase tumourCase) {
        var knowledge = small.build();
        Ranking ranking = new Ranker(knowledge, TestPolicy.make(0.1)).rank(tumourCase, Predictions.none("off"));
        return Standing.of(knowledge, tumourCase, ranking, Combination.single(drug))
                .candidate()
                .orElseThrow()
                .abstention();
    }

    @Test
    void aDirectionNeedsNoExcuse() {
        assertEquals(Optional.empty(), of("jakinib", new SmallKnowledge(), STAT3_HIGH));
    }

    @Test
    void aDrugWithoutAPathHasNone() {
        SmallKnowledge small = new SmallKnowledge();
        small.drug("idle", Listing.Kind.JAK_STAT, "jak-inhibitor");
        assertEquals(Optional.of(Abstention.NO_PATH), of("idle", small, STAT3_HIGH));
    }

    @Test
    void aSilentArmIsTooWeak() {
        TumourCase silent = Cases.tumour("HCC", Map.of("STAT3", -9.0, "STAT1", -9.0));
        assertEquals(Optional.of(Abstention.PATHS_TOO_WEAK), of("jakinib", new SmallKnowledge(), silent));
    }

    @Test
    void bothArmsActiveOpposeEachOther() {
        TumourCase both = Cases.tumour("HCC", Map.of("STAT3", 4.0, "STAT1", 4.0));
        assertEquals(Optional.of(Abstention.PATHS_OPPOSE), of("jakinib", new SmallKnowledge(), both));
    }

    @Test
    void aTestOfItMayContradictThePath() {
        SmallKnowledge small = new SmallKnowledge();
        small.combinations.add(new KnownCombination(
                "k1",
                List.of(new KnownCombination.Agent("jakinib", List.of("jakinib"))),
                Set.of("hcc"),
                "",
                KnownCombination.FerroptosisReadout.NOT_MEASURED,
                KnownCombination.Outcome.ANTAGONISM,
                "",
                EvidenceLevel.CLINICAL,
                List.of(),
                "B",
                "S",
                ""));
        assertEquals(Optional.of(Abstention.TEST_CONTRADICTS), of("jakinib", small, STAT3_HIGH));
    }

    @Test
    void oneDiseaseMayWantBoth() {
        SmallKnowledge small = new SmallKnowledge();
        small.contexts.add(new DiseaseContext(
                "c1", "retina", "retina", Set.of(), "BOTH", List.of(), "LOWERS", "CONFLICTED", "", List.of(), "B", ""));
        TumourCase retina = Cases.tissue("retina", Map.of("STAT3", 4.0));
        assertEquals(Optional.of(Abstention.DISEASE_WANTS_BOTH), of("jakinib", small, retina));
    }
}
