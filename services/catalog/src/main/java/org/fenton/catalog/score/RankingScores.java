package org.fenton.catalog.score;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The scores of one ranking.
 *
 * @param digest hash of the ranking's bytes as the gateway gives them: one digest, one content
 * @param caseId id of the case: the hash of its content without its names
 */
public record RankingScores(
        @NotNull @Pattern(regexp = ScoreRun.HASH) String digest,

        @JsonProperty("case") @NotNull @Pattern(regexp = ScoreRun.HASH)
        String caseId,

        @NotNull @Size(max = 5000) List<@NotNull @Valid Score> scores) {}
