package org.fenton.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.core.ranking.TermKind;
import org.fenton.core.tumour.Goal;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
    private static RankingPolicy changed(String from, String to) throws IOException {
        String shipped = new String(
                PolicyReader.class.getResourceAsStream("fenton-policy-1.json").readAllBytes(), StandardCharsets.UTF_8);
        String other = shipped.replaceFirst(from, to);
        assertNotEquals(shipped, other, from);
        return PolicyReader.read(other.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(String from, String to) {
        return assertThrows(RuntimeException.class, () -> changed(from, to)).getMessage();
    }

    @Test
    void theShippedPolicyIsComplete() {
        assertEquals("fenton-policy-1", PolicyReader.shipped().id());
        assertTrue(PolicyReader.shipped().weight(TermKind.MECHANISM) > 0);
    }

    @Test
    void whatIsMissingOrMisspeltIsRefusedByName() {
        assertTrue(refused("\"evidence\": 2,", "").contains("evidence"));
        assertTrue(refused("\"evidence\": 2", "\"evidense\": 2").contains("/weights/evidense: unknown field"));
        assertTrue(refused("\"id\"", "\"name\"").contains("/name: unknown field"));
        assertTrue(refused("\\[\"jak-stat\", \"inducers\"\\],", "[\"jak-stat\", \"inducer\"],")
                .contains("/offers/INDUCE/alone: 'inducer' is no group of this policy"));
        assertTrue(refused("\"groups\"", "\"grups\"").contains("/groups: is missing"));
        assertTrue(refused("\"JAK_STAT\"", "\"JAKSTAT\"").contains("/groups/jak-stat/listed"));
    }

    @Test
    void aTermOfItsOwnIsAddedAfterTheOthersAndNeedsAWeight() throws IOException {
        String term = "\"terms\": [{\"name\": \"made up\", \"definition\": \"d\", \"doesNotMean\": \"n\","
                + " \"classes\": [\"c\"], \"reads\": \"BCL2\"}], \"weights\": {";
        assertTrue(refused("\"weights\": \\{", term).contains("made up"));
        RankingPolicy policy = changed(
                "\"weights\": \\{([^}]*)\\},\\s*\"unknownDoubt\": \\{",
                term + " \"made up\": 2, $1}, \"unknownDoubt\": { \"made up\": 0.5,");
        TermKind last = policy.terms().get(policy.terms().size() - 1);
        assertEquals("made up", last.label());
        assertEquals(2, policy.weight(last), 0);
        assertEquals(TermKind.values().length, last.ordinal());
    }

    @Test
    void aGoalOfItsOwnIsAddedAfterTheOthersAndNeedsAnOffer() throws IOException {
        String goal = "\"goals\": {\"WAKE\": {\"process\": \"p\", \"wants\": \"LESS\", \"where\": \"TUMOUR\","
                + " \"words\": \"w\"}}, \"offers\": {";
        String offer = " \"WAKE\": {\"alone\": [\"jak-stat\"]},";
        assertEquals(
                new Goal("WAKE", "p", -1, Goal.Where.TUMOUR, "w"),
                changed("\"offers\": \\{", goal + offer).goals().get(2));
        assertTrue(refused("\"offers\": \\{", goal).contains("/offers/WAKE: is missing"));
        assertTrue(refused("\"offers\": \\{", goal.replace("LESS", "SOME") + offer)
                .contains("/goals/WAKE/wants: 'SOME' is not known"));
        assertTrue(refused("\"offers\": \\{", goal.replace("WAKE", "INDUCE"))
                .contains("/goals/INDUCE: is a goal of every policy"));
        assertTrue(refused("\"offers\": \\{", goal.replace("WAKE", "wake up")).contains("/goals/wake up"));
        assertTrue(refused("\"offers\": \\{", goal.replace("\"process\"", "\"node\"") + offer)
                .contains("/goals/WAKE/process: is missing"));
    }
}
