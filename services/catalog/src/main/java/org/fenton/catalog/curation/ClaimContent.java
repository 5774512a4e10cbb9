package org.fenton.catalog.curation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.fenton.catalog.claim.AgentType;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.catalog.claim.Direction;
import org.fenton.catalog.claim.Grade;
import org.fenton.catalog.claim.KnowledgeLevel;
import org.fenton.catalog.claim.Strength;
import org.fenton.core.knowledge.EvidenceLevel;

/**
 * A claim as a curator writes it.
 *
 * @param text what the study says; the statement's own words when it says just that
 * @param level the kind of evidence; INFERENCE marks the curator's own, which never counts
 * @param study the one source: a CURIE of a paper
 * @param sameAs other identifiers of that paper, so that it is counted once
 * @param confidence begins with A when the source was read, with B or C when it was not
 * @param source keys of where it was read; a new one is imported first
 */
public record ClaimContent(
        @NotBlank String text,
        @NotNull Direction direction,
        @NotNull EvidenceLevel level,
        @NotEmpty List<@NotBlank String> scopes,
        String setting,
        List<@NotBlank String> species,
        @NotBlank String study,
        List<@NotBlank String> sameAs,
        @NotBlank String confidence,
        @NotEmpty List<@NotBlank String> source,
        KnowledgeLevel knowledgeLevel,
        AgentType agentType) {

    /** Writes what the curator wrote into a claim; grade, strength and what was left out follow by the seeds' rules. */
    void into(ClaimEntity claim) {
        claim.statement = text;
        claim.direction = direction;
        claim.level = level;
        claim.scopes = sorted(scopes);
        claim.setting = setting;
        claim.species = sorted(species);
        claim.study = study;
        claim.sameAs = sorted(sameAs);
        claim.confidence = confidence;
        claim.sources = sorted(source);
        claim.inferred = level == EvidenceLevel.INFERENCE;
        claim.grade = Grade.of(confidence);
        claim.strength = Strength.of(level, claim.grade);
        claim.knowledgeLevel = knowledgeLevel == null ? KnowledgeLevel.of(level, confidence) : knowledgeLevel;
        claim.agentType = agentType == null ? AgentType.of(claim.knowledgeLevel) : agentType;
    }

    static List<String> sorted(List<String> given) {
        return given == null ? List.of() : given.stream().distinct().sorted().toList();
    }
}
