package org.fenton.catalog.claim;

import java.util.ArrayList;
import java.util.List;
import org.fenton.core.knowledge.EvidenceLevel;

/**
 * A row of facts, about to be split into claims: one for each study it cites, so that evidence is counted by distinct
 * studies and never by rows.
 *
 * @param key the row's own key, the left half of a claim's id
 * @param direction what the row's studies say of its subject
 * @param level null where the row states none
 */
public record ClaimedRow(
        String key,
        SubjectType subjectType,
        String subjectId,
        String statement,
        Direction direction,
        Evidence evidence) {

    /** What stands behind a row; level and setting are null where the row states none. */
    public record Evidence(
            EvidenceLevel level,
            List<String> scopes,
            String setting,
            List<String> studies,
            String confidence,
            List<String> sources) {}

    /**
     * One claim a study; a row that cites none gets one on its first source key. Where the row's own level is INFERENCE
     * the claim is the curator's and never counts as evidence.
     */
    public List<ClaimEntity> claims() {
        List<ClaimEntity> claims = new ArrayList<>();
        for (String study : evidence.studies()) {
            claims.add(claim(key + "@" + study, study));
        }
        if (claims.isEmpty() && !evidence.sources().isEmpty()) {
            String source = evidence.sources().get(0);
            claims.add(claim(key + "@" + source, source));
        }
        return claims;
    }

    private ClaimEntity claim(String id, String study) {
        ClaimEntity claim = new ClaimEntity();
        claim.id = id;
        claim.subjectType = subjectType;
        claim.subjectId = subjectId;
        claim.statement = statement;
        claim.direction = direction;
        claim.level = evidence.level() == null ? Grade.kindIn(evidence.confidence()) : evidence.level();
        claim.scopes = evidence.scopes();
        claim.study = study;
        claim.confidence = evidence.confidence();
        claim.sources = evidence.sources();
        claim.inferred = claim.level == EvidenceLevel.INFERENCE;
        claim.grade = Grade.of(evidence.confidence());
        claim.strength = Strength.of(claim.level, claim.grade);
        claim.knowledgeLevel = KnowledgeLevel.of(claim.level, evidence.confidence());
        claim.agentType = AgentType.of(claim.knowledgeLevel);
        claim.setting = evidence.setting();
        claim.species = Species.namedIn(evidence.setting());
        claim.sameAs = List.of();
        return claim;
    }
}
