package org.fenton.catalog.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who or what made a claim, in the words of the Biolink model. */
public enum AgentType {
    MANUAL_AGENT,
    AUTOMATED_AGENT,
    DATA_ANALYSIS_PIPELINE,
    COMPUTATIONAL_MODEL,
    TEXT_MINING_AGENT,
    IMAGE_PROCESSING_AGENT,
    MANUAL_VALIDATION_OF_AUTOMATED_AGENT,
    NOT_PROVIDED;

    /** Papers, curated databases and the curator are people; medians over a data file are a pipeline's. */
    public static AgentType of(KnowledgeLevel level) {
        return switch (level) {
            case KNOWLEDGE_ASSERTION, LOGICAL_ENTAILMENT, PREDICTION -> MANUAL_AGENT;
            case OBSERVATION, STATISTICAL_ASSOCIATION -> DATA_ANALYSIS_PIPELINE;
            case NOT_PROVIDED -> NOT_PROVIDED;
        };
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AgentType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
