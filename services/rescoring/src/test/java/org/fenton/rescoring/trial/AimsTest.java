package org.fenton.rescoring.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class AimsTest {
    private static JsonNode found(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }

    @Test
    void anAimIsReachedAtItsVeryValueAndNotBeyond() throws Exception {
        assertEquals(
                List.of(
                        "  aim: core-seconds a case at most 0.02; found 0.0200, reached",
                        "  aim: core-seconds a case, steady at most 0.02; found 0.0201, MISSED",
                        "  aim: share not scoring at most 0.25; found 0.4000, MISSED",
                        "  aim: share not scoring, steady at most 0.25; found 0.2500, reached"),
                Aims.of(SyntheticCohort.Kind.REPORTED, found("""
                        {"coreSecondsPerCase":0.02,"steady":{"coreSecondsPerCase":0.0201,"shareNotScoring":0.25},"shareNotScoring":0.4}""")));
    }

    @Test
    void growthAndMemoryAreJudgedWhereExecutorsRan() throws Exception {
        List<String> lines = Aims.of(SyntheticCohort.Kind.PROFILES, found("""
                {"coreSecondsPerCase":0.04,"steady":{"coreSecondsPerCase":0.04},"shareNotScoring":0.2,"growth":1.79,"growthSteady":1.8,\
                "two":{"peakMegabytes":1537}}"""));
        assertEquals(
                List.of(
                        "  aim: 1 -> 2 executors at least 1.8; found 1.7900, MISSED",
                        "  aim: 1 -> 2 executors, steady at least 1.8; found 1.8000, reached",
                        "  aim: MB an executor at most 1536.0; found 1537.0000, MISSED"),
                lines.subList(4, 7));
    }
}
