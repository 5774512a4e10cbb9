package org.fenton.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.fenton.core.Cases;
import org.fenton.core.SmallKnowledge;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.KnownCombination;
import org.fenton.core.knowledge.KnownCombination.Agent;
import org.fenton.core.knowledge.KnownCombination.FerroptosisReadout;
import org.fenton.core.knowledge.KnownCombination.Outcome;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.tumour.Patient;
import org.fenton.core.tumour.TumourCase;
import org.junit.jupiter.api.Test;

/** What a recorded test does to a predicted direction. All of the release is invented. */
class OutlookTest {
    private static final TumourCase STAT3_HIGH = Cases.tumour("HCC", Map.of("STAT3", 4.0, "STAT1", -6.0));
    private static final TumourCase INTERFERON_HIGH = Cases.tumour("HCC", Map.of("STAT3", -6.0, "STAT1", 4.0));

    private static KnownCombination test(String scope, Outcome outcome, Agent... agents) {
        return new KnownCombination(
                "k1",
                List.of(agents),
                Set.of(scope),
                "",
                FerroptosisReadout.NOT_MEASURED,
                outcome,
                "",
                EvidenceLevel.CLINICAL,
                List.of(),
                "B",
                "S",
                "");
    }

    private static Assessment assess(TumourCase tumourCase, KnownCombination... rows) {
        SmallKnowledge small = new SmallKnowledge();
        small.combinations.addAll(List.of(rows));
        return Assessment.of(small.build(), tumourCase, Combination.single("jakinib"));
    }

    private static TumourCase taking(TumourCase base, String medicine) {
        return Cases.with(
                base,
                new Patient(
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of(medicine)),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void aTestInThisDiseaseIsNotOutvotedByAPath() {
        Agent alone = new Agent("jakinib", List.of("jakinib"));
        assertEquals(Outlook.FAVOURABLE, assess(STAT3_HIGH).outlook());
        assertEquals(
                Outlook.CONFLICTED,
                assess(STAT3_HIGH, test("hcc", Outcome.ANTAGONISM, alone)).outlook());
        assertEquals(
                Outlook.FAVOURABLE,
                assess(STAT3_HIGH, test("gastric", Outcome.ANTAGONISM, alone)).outlook());
        assertEquals(Outlook.EXPECTED_HARM, assess(INTERFERON_HIGH).outlook());
        assertEquals(
                Outlook.CONFLICTED,
                assess(INTERFERON_HIGH, test("hcc", Outcome.BENEFIT, alone)).outlook());
    }

    @Test
    void whatThePatientTakesAnywayIsTheOtherAgentOfATest() {
        KnownCombination pair = test(
                "hcc",
                Outcome.BENEFIT,
                new Agent("jakinib", List.of("jakinib")),
                new Agent("gpxinib", List.of("gpxinib")));
        assertEquals(List.of(), assess(STAT3_HIGH, pair).tests());
        List<KnownEvidence.Hit> hits =
                assess(taking(STAT3_HIGH, "gpxinib"), pair).tests();
        assertEquals(1, hits.size());
        assertEquals(1, hits.get(0).direction());
    }

    @Test
    void aTestOfProtectionNeedsItsFirstAgentOnly() {
        TumourCase retina = Cases.tissue("retina", Map.of());
        KnownCombination row = test(
                "retina", Outcome.PROTECTION, new Agent("jakinib", List.of("jakinib")), new Agent("light", List.of()));
        assertEquals(1, assess(retina, row).tests().size());
    }

    @Test
    void whereOneDiseaseWantsBothNothingIsFavourable() {
        SmallKnowledge small = new SmallKnowledge();
        small.contexts.add(new DiseaseContext(
                "c1", "retina", "retina", Set.of(), "BOTH", List.of(), "LOWERS", "CONFLICTED", "", List.of(), "B", ""));
        assertEquals(
                Outlook.CONFLICTED,
                Assessment.of(small.build(), Cases.tissue("retina", Map.of()), Combination.single("jakinib"))
                        .outlook());
    }

    @Test
    void anAssessmentHeedsTheMedicineThatIsKeptAsTheRankingDoes() {
        SmallKnowledge small = new SmallKnowledge();
        small.rule("r1", "jakinib", "medication cyp3a4-strong-inhibitor", SafetyRule.Action.STOP);
        Knowledge knowledge = small.build();
        TumourCase failed = new TumourCase(
                "",
                INTERFERON_HIGH.goal(),
                INTERFERON_HIGH.oncotree(),
                Optional.empty(),
                Optional.of("itraconazole"),
                List.of(),
                Patient.NOTHING_GIVEN,
                INTERFERON_HIGH.state());
        Combination jakinib = Combination.single("jakinib");
        assertEquals(List.of(), Assessment.of(knowledge, failed, jakinib).leftOut());
        Assessment kept = Assessment.of(knowledge, failed.keeping(true), jakinib);
        assertEquals(1, kept.leftOut().size());
        assertTrue(new Ranker(knowledge, TestPolicy.make(0.1))
                .rank(failed.keeping(true), Predictions.none(""))
                .leftOut()
                .containsAll(kept.leftOut()));
    }
}
