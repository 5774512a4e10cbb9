package org.fenton.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();

    record Case(String label, Goal goal, List<Lab> labs, List<String> words) {}

    record Lab(String name, double value, Integer count) {}

    enum Goal {
        INDUCE,
        INHIBIT
    }

    @BeforeEach
    void strict() {
        new StrictJson().customize(mapper);
    }

    @Test
    void anUnknownFieldIsNamedWithItsPlaceAndTheNearestKnownOne() {
        Problem problem =
                refused("{\"labs\":[{\"name\":\"alt\",\"value\":1},{\"name\":\"ast\",\"value\":2,\"nmae\":\"x\"}]}");
        assertEquals("/labs/1/nmae", problem.errors().get(0).pointer());
        assertEquals("name", problem.errors().get(0).suggestion());
    }

    @Test
    void aWordOutsideItsVocabularyIsNamed() {
        Problem problem = refused("{\"goal\":\"INDUC\"}");
        assertEquals(
                new Problem.Fault("/goal", "'INDUC' is not one of INDUCE, INHIBIT", "INDUCE"),
                problem.errors().get(0));
    }

    @Test
    void aTextWithANulIsRefusedWhereItStands() {
        assertEquals(
                new Problem.Fault("/labs/0/name", "holds a NUL character (\\u0000)"),
                refused("{\"labs\":[{\"name\":\"al\\u0000t\",\"value\":1}]}")
                        .errors()
                        .get(0));
        assertEquals(
                "/words/1",
                refused("{\"words\":[\"a\",\"\\u0000\"]}").errors().get(0).pointer());
    }

    @Test
    void aNumberIsANumber() throws JsonProcessingException {
        for (String value : List.of("\"NaN\"", "\"Infinity\"", "1e999", "\"1\"", "null", "true", "[]")) {
            Problem problem = refused("{\"labs\":[{\"value\":" + value + "}]}");
            assertEquals("/labs/0/value", problem.errors().get(0).pointer(), value);
        }
        assertEquals(
                ProblemType.MALFORMED_JSON.urn(),
                refused("{\"labs\":[{\"value\":NaN}]}").type());
        assertEquals(
                "/labs/0/count",
                refused("{\"labs\":[{\"value\":1,\"count\":1.5}]}")
                        .errors()
                        .get(0)
                        .pointer());
        assertEquals(
                2, mapper.readValue("{\"name\":\"a\",\"value\":2}", Lab.class).value());
    }

    @Test
    void aTextIsAText() {
        assertEquals("/label", refused("{\"label\":7}").errors().get(0).pointer());
        assertEquals("/label", refused("{\"label\":{}}").errors().get(0).pointer());
    }

    @Test
    void aDoubledFieldAndTrailingTextAreRefused() {
        assertEquals(
                ProblemType.MALFORMED_JSON.urn(),
                refused("{\"label\":\"a\",\"label\":\"b\"}").type());
        refused("{\"label\":\"a\"} {}");
        assertThrows(JsonProcessingException.class, () -> mapper.readValue("{\"a\":1,\"a\":2}", JsonNode.class));
    }

    @Test
    void aNumberThatIsNotFiniteNeverLeaves() {
        var failure = assertThrows(
                JsonProcessingException.class, () -> mapper.writeValueAsString(new Lab("alt", Double.NaN, null)));
        assertFalse(JsonFaults.blamesTheBody(failure));
    }

    @Test
    void noProblemNamesAClass() {
        for (String body :
                List.of("{\"labs\":{}}", "[]", "{\"goal\":{}}", "{\"goal\":1}", "\"text\"", "{\"labs\":[1]}", "{")) {
            Problem problem = refused(body);
            String text = problem.detail() + problem.errors();
            assertFalse(text.contains("org.") || text.contains("java.") || text.contains("Exception"), text);
        }
    }

    private Problem refused(String body) {
        var failure = assertThrows(JsonProcessingException.class, () -> mapper.readValue(body, Case.class), body);
        assertTrue(JsonFaults.blamesTheBody(failure), body);
        return JsonFaults.problem(failure);
    }
}
