package org.fenton.model.activity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fenton.core.programme.ProgrammeActivity;
import org.fenton.core.programme.ProgrammeActivity.Score;
import org.fenton.core.programme.ProgrammePanel.Rank;
import org.fenton.core.programme.RankedProgramme;

/**
 * One programme, with a score or the reason why there is none.
 *
 * @param effectOnFerroptosis what a higher score means: PROMOTES, SUPPRESSES or CONTEXT
 * @param score in t units of ulm, whatever the method of the activities
 * @param doubt one standard error, growing as coverage falls
 * @param pValue absent for a balance of several activities
 * @param percentile 0 to 100 among the lines of the reference panel; absent for a contrast
 * @param measured genes measured, or for a balance targets measured
 * @param missing members without a value
 */
public record ProgrammeView(
        String programme,
        String title,
        String effectOnFerroptosis,
        Double score,
        Double doubt,
        Double pValue,
        Double fdr,
        Double percentile,
        Integer panelLines,
        int measured,
        int total,
        List<String> missing,
        String reason) {
    static ProgrammeView of(RankedProgramme ranked) {
        ProgrammeActivity activity = ranked.activity();
        Optional<Score> score = activity.score();
        ProgrammeActivity.Coverage coverage = activity.coverage();
        return new ProgrammeView(
                activity.programme(),
                ranked.programme().description().title(),
                ranked.programme().description().effect().name(),
                score.map(Score::value).orElse(null),
                score.map(Score::doubt).orElse(null),
                score.map(Score::pValue).map(ProgrammeView::orNull).orElse(null),
                score.map(Score::falseDiscoveryRate).map(ProgrammeView::orNull).orElse(null),
                ranked.rank().map(Rank::percentile).orElse(null),
                ranked.rank().map(Rank::lines).orElse(null),
                coverage.measured(),
                coverage.total(),
                coverage.missing(),
                coverage.reason().isEmpty() ? null : coverage.reason());
    }

    /** The value as the answer writes it, where null is an absent key. */
    static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
