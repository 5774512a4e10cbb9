package org.fenton.rescoring.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.rescoring.impact.CaseImpact.Verdict;
import org.junit.jupiter.api.Test;

class CaseImpactTest {
    private static RankedRow good(String drugs, String lane, double mechanism, double safety) {
        Map<String, Double> terms = Map.of("mechanism in context", mechanism, "safety penalty", safety);
        return new RankedRow(drugs, "FAVOURABLE", lane, "", "", "", terms);
    }

    private static RankedRow stop(String drugs, String rule) {
        return new RankedRow(drugs, "EXCLUDED", "", "SAFETY_STOP", rule, "because", Map.of());
    }

    private static CaseRows rows(RankedRow... rows) {
        return new CaseRows("sha256:1", "A", List.of(rows));
    }

    @Test
    void theTermWithTheLargestShiftOfTheLeadIsNamed() {
        CaseImpact impact = CaseImpact.of(
                rows(good("a", "PREDICTED", 2, 0), good("b", "PREDICTED", 1, 0)),
                rows(good("b", "PREDICTED", 1.25, 0), good("a", "PREDICTED", 2, -1.5)));
        assertEquals(Verdict.TOP_CHANGED, impact.verdict());
        assertEquals("safety penalty", impact.term());
        assertEquals(Optional.of(1.5), impact.shift());
        assertTrue(impact.contact());
    }

    @Test
    void aStoppedTopIsWithdrawnAndComesFirst() {
        CaseImpact withdrawn = CaseImpact.of(
                rows(good("a", "PREDICTED", 2, 0), good("b", "PREDICTED", 1, 0)),
                rows(good("b", "PREDICTED", 1, 0), stop("a", "SF01")));
        assertEquals("safety stop", withdrawn.term());
        assertEquals(List.of("a SF01"), withdrawn.newStops());
        assertEquals(List.of("a"), withdrawn.withdrawn());
        assertTrue(withdrawn.contact());
        CaseImpact lifted = CaseImpact.of(
                rows(good("b", "PREDICTED", 1, 0), stop("c", "SF02")),
                rows(good("b", "PREDICTED", 1, 0), good("c", "PREDICTED", 0, 0)));
        assertEquals(List.of("c SF02"), lifted.lostStops());
        assertFalse(lifted.contact(), "nobody was told of c");
        assertTrue(withdrawn.urgency() < lifted.urgency());
    }

    @Test
    void anotherLaneStandsAboveAnyScore() {
        CaseImpact impact = CaseImpact.of(
                rows(good("a", "PREDICTED", 2, 0), good("b", "PREDICTED", 1, 0)),
                rows(good("b", "CLINICAL", 1, 0), good("a", "PREDICTED", 2, 0)));
        assertEquals("lane", impact.term());
    }

    @Test
    void whatWasNotShownIsNotGuessed() {
        CaseImpact impact = CaseImpact.of(rows(good("a", "PREDICTED", 2, 0)), rows(good("b", "PREDICTED", 3, 0)));
        assertTrue(impact.term().startsWith("not told"), impact.term());
        assertTrue(impact.shift().isEmpty());
    }

    @Test
    void whereOneRunShowsBothTopsItsLeadIsToldAsThatOfOneRun() {
        CaseImpact impact = CaseImpact.of(
                rows(good("a", "PREDICTED", 2, 0)), rows(good("b", "PREDICTED", 3, 0), good("a", "PREDICTED", 2.5, 0)));
        assertEquals("mechanism in context (leads by it now; was not shown before)", impact.term());
        assertEquals(Optional.of(0.5), impact.shift());
        CaseImpact gone = CaseImpact.of(
                rows(good("a", "CLINICAL", 2, 0), good("b", "PREDICTED", 3, 0)), rows(good("b", "PREDICTED", 3, 0)));
        assertEquals("lane", gone.term());
    }

    @Test
    void theSameTopIsNoReasonToWriteToAnybody() {
        CaseImpact same = CaseImpact.of(rows(good("a", "PREDICTED", 2, 0)), rows(good("a", "PREDICTED", 3, 0)));
        assertEquals(Verdict.SAME_TOP, same.verdict());
        assertFalse(same.contact() || same.changed());
    }
}
