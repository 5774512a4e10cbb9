package org.fenton.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.fenton.core.ranking.TermKind;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
    @Test
    void theShippedPolicyIsComplete() {
        assertEquals("fenton-policy-1", PolicyReader.shipped().id());
        assertTrue(PolicyReader.shipped().weight(TermKind.MECHANISM) > 0);
    }

    @Test
    void aPolicyWithoutAWeightIsRefusedByName() {
        IllegalArgumentException problem = assertThrows(
                IllegalArgumentException.class,
                () -> PolicyReader.read("{\"id\":\"p\"}".getBytes(StandardCharsets.UTF_8)));
        assertTrue(problem.getMessage().contains("MECHANISM"), problem.getMessage());
    }
}
