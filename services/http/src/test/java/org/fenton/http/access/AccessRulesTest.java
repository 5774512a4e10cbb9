package org.fenton.http.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {
    private final AccessRules rules = new AccessRules(List.of(
            "# a comment", "GET /v1/a/{id}\treader curator", "GET /pages/**\tclinician", "GET /pages/open\tanyone"));

    @Test
    void aRowIsFoundByMethodAndPath() {
        assertEquals(Optional.of(Set.of("reader", "curator")), rules.roles("GET", "/v1/a/{id}"));
        assertEquals(Optional.empty(), rules.roles("POST", "/v1/a/{id}"));
        assertEquals(Optional.empty(), rules.roles("GET", "/v1/a"));
    }

    @Test
    void belowAPathOneRowStandsForAllButThoseWithARowOfTheirOwn() {
        assertEquals(Optional.of(Set.of("clinician")), rules.roles("GET", "/pages/x/{y}"));
        assertEquals(Optional.of(Set.of("clinician")), rules.roles("GET", "/pages"));
        assertEquals(Optional.of(Set.of("anyone")), rules.roles("GET", "/pages/open"));
        assertEquals(Optional.empty(), rules.roles("GET", "/pagesx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /x\tking", "GET /x\treader anyone", "GET /x", "GET /x\treader\tmore"})
    void whatIsNoRuleStopsTheStart(String line) {
        assertThrows(RuntimeException.class, () -> new AccessRules(List.of(line)));
    }

    @Test
    void aSecondRowForTheSameOperationStopsTheStart() {
        assertThrows(IllegalStateException.class, () -> new AccessRules(List.of("GET /x\treader", "GET /x\tcurator")));
    }
}
