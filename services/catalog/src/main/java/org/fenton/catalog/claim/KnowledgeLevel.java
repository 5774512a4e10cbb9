package org.fenton.catalog.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.fenton.core.knowledge.EvidenceLevel;

/** How a claim came to be known, in the words of the Biolink model. */
public enum KnowledgeLevel {
    KNOWLEDGE_ASSERTION,
    LOGICAL_ENTAILMENT,
    PREDICTION,
    STATISTICAL_ASSOCIATION,
    OBSERVATION,
    NOT_PROVIDED;

    /** Numbers of a data file are observations; what nobody read a source for is not provided. */
    public static KnowledgeLevel of(EvidenceLevel kind, String confidence) {
        if (kind == EvidenceLevel.INFERENCE) {
            return PREDICTION;
        }
        return switch (Grade.code(confidence)) {
            case "A-data" -> OBSERVATION;
            case "A", "A-abs", "A-db", "A-rev" -> KNOWLEDGE_ASSERTION;
            default -> NOT_PROVIDED;
        };
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static KnowledgeLevel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
