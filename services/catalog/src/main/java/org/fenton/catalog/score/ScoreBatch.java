package org.fenton.catalog.score;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Some rankings of a run, written together or not at all. */
public record ScoreBatch(
        @NotNull @Valid ScoreRun run,
        @NotEmpty @Size(max = 1000) List<@NotNull @Valid RankingScores> rankings) {

    Object[] digests() {
        return rankings.stream().map(RankingScores::digest).toArray();
    }
}
