package org.fenton.core.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fenton.core.Cases;
import org.fenton.core.SmallKnowledge;
import org.fenton.core.behaviour.BehaviourAnswer.Status;
import org.fenton.core.behaviour.Expectation.Asked;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.TestPolicy;
import org.fenton.core.tumour.TumourCase;
import org.junit.jupiter.api.Test;

/** What a case's marks mean, and how frequent flyers are counted. All of the release is invented. */
class BehaviourTest {
    private static final TumourCase STAT3_HIGH = Cases.tumour("HCC", Map.of("STAT3", 4.0, "STAT1", -6.0));
    private final Knowledge knowledge = new SmallKnowledge().build();

    private BehaviourSuite suite(String gap, Asked asked, String... of) {
        BehaviourCase one = new BehaviourCase(
                "one",
                BehaviourCase.Kind.CONTEXT,
                "a question",
                List.of("S"),
                STAT3_HIGH,
                List.of(new Expectation(asked, 10, List.of(of))),
                gap);
        Ranker ranker = new Ranker(knowledge, TestPolicy.make(0.3));
        return BehaviourSuite.run(
                knowledge, List.of(one), tumourCase -> ranker.rank(tumourCase, Predictions.none("off")));
    }

    private Status status(String gap, Asked asked, String... of) {
        return suite(gap, asked, of).answers().get(0).status();
    }

    @Test
    void aGapIsAGapUntilItIsMet() {
        assertEquals(Status.PASSED, status("", Asked.FAVOURABLE, "jakinib"));
        assertEquals(Status.FAILED, status("", Asked.EXPECTED_HARM, "jakinib"));
        assertEquals(Status.GAP, status("not known", Asked.EXPECTED_HARM, "jakinib"));
        assertEquals(Status.GAP_CLOSED, status("not known", Asked.FAVOURABLE, "jakinib"));
    }

    @Test
    void noGapExcusesWhatMustNeverBeShown() {
        BehaviourSuite suite = suite("not known", Asked.NEVER_SHOW, "jakinib");
        assertEquals(Status.FAILED, suite.answers().get(0).status());
        assertEquals(1, suite.absurd());
        assertFalse(suite.holds());
        assertTrue(suite.table().contains("never show: jakinib: "), suite.table());
        assertTrue(suite("", Asked.NEVER_SHOW, "toolkit").holds());
    }

    @Test
    void listsAreMetByOneAndSinglesByEach() {
        assertEquals(Status.PASSED, status("", Asked.TOP_ANSWER, "toolkit", "with:jakinib", "with:gpxinib"));
        assertEquals(Status.PASSED, status("", Asked.ACCEPTABLE, "class:jak-inhibitor"));
        assertEquals(Status.FAILED, status("", Asked.FAVOURABLE, "jakinib", "toolkit"));
        assertEquals(Status.PASSED, status("", Asked.LEFT_OUT, "toolkit | NOT_FOR_PATIENTS"));
        assertEquals(Status.PASSED, status("", Asked.ABOVE, "jakinib | toolkit"));
        assertEquals(Status.FAILED, status("", Asked.ABOVE, "toolkit | jakinib"));
    }

    @Test
    void entropyIsThatOfTheSharesInTheTopTens() {
        Combination jak = Combination.single("jakinib");
        Combination gpx = Combination.single("gpxinib");
        assertEquals(
                0,
                FrequentFlyers.of(knowledge, List.of(List.of(jak), List.of(jak)))
                        .entropyBits(),
                0);
        FrequentFlyers even = FrequentFlyers.of(knowledge, List.of(List.of(jak), List.of(gpx), List.of()));
        assertEquals(1, even.entropyBits(), 1e-12);
        assertEquals(2, even.cases());
        FrequentFlyers uneven =
                FrequentFlyers.of(knowledge, List.of(List.of(jak, Combination.of("gpxinib", "jakinib")), List.of(jak)));
        assertEquals("jakinib", uneven.drugs().get(0).name());
        assertEquals(0.75, uneven.drugs().get(0).ofAppearances(), 0);
        assertEquals(1, uneven.drugs().get(0).ofCases(), 0);
        assertEquals(0.8112781244591328, uneven.entropyBits(), 1e-12);
        assertEquals(0, FrequentFlyers.of(knowledge, List.of()).entropyBits(), 0);
    }
}
