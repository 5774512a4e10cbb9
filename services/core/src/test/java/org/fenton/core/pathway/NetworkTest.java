package org.fenton.core.pathway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.fenton.core.id.GeneSymbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {
    @Test
    void readsWhatRWrites() {
        Network network = Cases.readNetwork("""
                "","source","target","weight","p_value"
                "1","JAK-STAT","IRF1",4.5,1e-20
                "2","JAK-STAT","SOCS3",-2,NA
                """);
        assertEquals(
                List.of(
                        new NetworkEdge("JAK-STAT", new GeneSymbol("IRF1"), 4.5, 1e-20),
                        new NetworkEdge("JAK-STAT", new GeneSymbol("SOCS3"), -2, null)),
                network.edges());
    }

    @Test
    void readsAnIndexThatTheHeaderDoesNotName() {
        Network network = Cases.readNetwork("source\ttarget\tmor\n1\tSTAT3\tBCL2\t1\n2\tSTAT3\tMYC\t1\n");
        assertEquals(List.of("STAT3"), network.sources());
        assertEquals(2, network.targetsOf("STAT3").size());
        assertTrue(network.targetsOf("STAT4").isEmpty());
    }

    @Test
    void theStrongestAreOfSmallestPThenLargestWeightThenFirstSymbol() {
        Network network = Cases.readNetwork("""
                source,target,mor,p
                S,E,1,0.5
                S,D,-3,0.1
                S,C,3,0.1
                S,B,2,0.1
                S,A,9,0.2
                T,A,1,1
                """);
        assertEquals(List.of("C", "D"), targets(network.strongest(2), "S"));
        assertEquals(List.of("A", "B", "C", "D"), targets(network.strongest(4), "S"));
        assertEquals(List.of("A"), targets(network.strongest(2), "T"));
        Network without = Cases.readNetwork("source,target,mor\nS,A,1\n");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> without.strongest(1))
                .getMessage()
                .contains("S -> A states no p value"));
    }

    @Test
    void previousSymbolsOfTargetsFollowTheTables() {
        Network network = Cases.readNetwork("source,target,mor\nS,MARCH7,1\nS,CTGF,1\nS,CCN2,2\n")
                .withCurrentSymbols();
        assertEquals(List.of("CCN2", "CTGF", "MARCHF7"), targets(network, "S"));
    }

    static Stream<Arguments> badTables() {
        return Stream.of(
                Arguments.of("", "net.csv: is empty"),
                Arguments.of("source,target,mor\n", "net.csv: has a header line only"),
                Arguments.of("source,target\nS,A\n", "net.csv: has no column mor or weight"),
                Arguments.of("source,target,mor\nS,A,up\n", "net.csv line 2, column 3 (mor): 'up' is not a number"),
                Arguments.of("source,target,mor\nS,A,Inf\n", "net.csv line 2, column 3 (mor): 'Inf' is not finite"),
                Arguments.of("source,target,mor\n,A,1\n", "net.csv line 2, column 1 (source): is empty"),
                Arguments.of("source,target,mor\nS,A B,1\n", "column 2 (target): 'A B' is not one gene symbol"),
                Arguments.of(
                        "source,target,mor\nS,A,1\nS,B,1\nS,A,2\n",
                        "net.csv line 4, column 2 (target): edge S -> A was given in line 2"),
                Arguments.of("source,target,mor,p\nS,A,1,2\n", "column 4 (p): p value 2.0 is not within 0 to 1"),
                Arguments.of("source,target,mor\nS,A,1,7,8\n", "net.csv line 2: 5 cells where the header names 3"),
                Arguments.of("source,target,mor\nS,\"A,1\n", "line 2, cell 2: a quote is opened and never closed"));
    }

    @ParameterizedTest
    @MethodSource("badTables")
    void aBadTableIsRefusedWithItsPlace(String table, String part) {
        String message = assertThrows(TableException.class, () -> Cases.readNetwork(table))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    private static List<String> targets(Network network, String source) {
        return network.targetsOf(source).stream()
                .map(edge -> edge.target().value())
                .toList();
    }
}
