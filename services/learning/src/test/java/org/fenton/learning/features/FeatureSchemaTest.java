package org.fenton.learning.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSchemaTest {
    private final FeatureSchema schema = new FeatureSchema(List.of(
            new FeatureDefinition("pathway:MAPK", FeatureKind.PATHWAY, "sd", MissingPolicy.STAYS_MISSING),
            new FeatureDefinition("tissue:Lung", FeatureKind.TISSUE, "1", MissingPolicy.STAYS_MISSING),
            new FeatureDefinition("knowledge:targets", FeatureKind.KNOWLEDGE, "drugs", MissingPolicy.REQUIRED)));

    @Test
    void keepsMissingMissingAndZeroZero() {
        double[] vector = schema.accept(schema.names(), new double[] {Double.NaN, 0, 2});
        assertArrayEquals(new double[] {Double.NaN, 0, 2}, vector);
    }

    @Test
    void refusesAnUnknownNameAndSaysWhichIsAbsent() {
        String said = refusal(List.of("pathway:MAPKK", "tissue:Lung", "knowledge:targets"), 1, 0, 2);
        assertTrue(said.contains("unknown pathway:MAPKK; absent pathway:MAPK"), said);
    }

    @Test
    void refusesATruncatedVector() {
        String said = refusal(List.of("pathway:MAPK", "tissue:Lung"), 1, 0);
        assertTrue(said.endsWith("absent knowledge:targets"), said);
    }

    @Test
    void refusesAnotherOrderAndNamesWhatMoved() {
        String said = refusal(List.of("tissue:Lung", "pathway:MAPK", "knowledge:targets"), 1, 0, 2);
        assertTrue(said.endsWith("not in their place tissue:Lung, pathway:MAPK"), said);
    }

    @Test
    void refusesAMissingRequiredValue() {
        assertEquals(
                "feature knowledge:targets is required and has no value", refusal(schema.names(), 1, 0, Double.NaN));
    }

    @Test
    void readsBackWhatItWrites() {
        FeatureSchema again = FeatureSchema.fromTsv(schema.toTsv());
        assertEquals(schema.features(), again.features());
        assertEquals(schema.hash(), again.hash());
    }

    private String refusal(List<String> names, double... values) {
        return assertThrows(IllegalArgumentException.class, () -> schema.accept(names, values))
                .getMessage();
    }
}
