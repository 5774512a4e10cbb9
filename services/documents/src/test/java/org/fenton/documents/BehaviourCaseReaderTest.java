package org.fenton.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fenton.core.behaviour.BehaviourCase;
import org.fenton.core.behaviour.Expectation;
import org.fenton.core.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourCaseReaderTest {
    private static final String RELEASE = """
            {"approval":"APPROVED","classes":["jak-inhibitor"],"exposure":{"reachable":"UNKNOWN"},"id":"jakinib","listings":[{"kind":"JAK_STAT","row":"r1","state":"CONFIRMED"}],"name":"jakinib","patientUse":{"allowed":true},"type":"drug"}
            {"id":"HCC","name":"Hepatocellular Carcinoma","parent":"LIVER","tissue":"Liver","type":"tumour"}
            """;

    private static List<BehaviourCase> read(String lines) throws IOException {
        Knowledge knowledge = ReleaseReader.read(new ByteArrayInputStream(RELEASE.getBytes(StandardCharsets.UTF_8)));
        return BehaviourCaseReader.read(new StringReader(lines), knowledge, PolicyReader.shipped());
    }

    @Test
    void theShortStateIsACaseLikeAnyOther() throws IOException {
        List<BehaviourCase> cases = read("""
                # a comment
                {"id":"a","kind":"context","tests":"t","sources":["S-1"],"case":{"oncotree":"HCC","activities":{"STAT3":4},"genes":{"GPX4":2}},"favourable":["jakinib"],"acceptable":["class:jak-inhibitor"],"within":3}
                """);
        BehaviourCase one = cases.get(0);
        assertEquals(4, one.tumourCase().state().factor("STAT3").orElseThrow(), 0);
        assertEquals(2, one.tumourCase().state().gene("GPX4").orElseThrow(), 0);
        assertEquals(
                List.of(
                        new Expectation(Expectation.Asked.ACCEPTABLE, 3, List.of("class:jak-inhibitor")),
                        new Expectation(Expectation.Asked.FAVOURABLE, 0, List.of("jakinib"))),
                one.expected());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"favourable\":[\"jakinip\"] | line 1 /favourable: 'jakinip' is no drug id",
                "\"favourable\":[\"class:jak\"] | line 1 /favourable: class:jak is no class",
                "\"fires\":[\"jakinib\"] | line 1 /fires: 'jakinib' has 1 parts; 2 expected",
                "\"favorable\":[\"jakinib\"] | line 1 /favorable: unknown field",
                "\"gap\":\"none\" | line 1 : nothing is expected",
            })
    void whatCannotBeMeantIsRefusedAtItsPlace(String expected, String said) {
        String line = "{\"id\":\"a\",\"kind\":\"context\",\"tests\":\"t\",\"sources\":[\"S\"],"
                + "\"case\":{\"oncotree\":\"HCC\"}," + expected + "}";
        DocumentException refused = assertThrows(DocumentException.class, () -> read(line));
        assertTrue(refused.getMessage().startsWith(said), refused.getMessage());
    }

    @Test
    void aCaseIsReadAsStrictlyAsAnyCase() {
        DocumentException refused = assertThrows(
                DocumentException.class,
                () -> read("{\"id\":\"a\",\"kind\":\"context\",\"tests\":\"t\",\"sources\":[\"R99\"],"
                        + "\"case\":{\"oncotree\":\"HCC\"},\"favourable\":[\"jakinib\"]}"));
        assertTrue(refused.getMessage().contains("R99 is no row of this release"), refused.getMessage());
        assertThrows(
                DocumentException.class,
                () -> read("{\"id\":\"a\",\"kind\":\"context\",\"tests\":\"t\",\"sources\":[\"S\"],"
                        + "\"case\":{\"oncotree\":\"HHC\"},\"favourable\":[\"jakinib\"]}"));
    }
}
