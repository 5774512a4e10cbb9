package org.fenton.learning.plot;

import java.util.Locale;
import java.util.OptionalDouble;
import org.fenton.core.programme.ProgrammeActivity;
import org.fenton.core.programme.ProgrammeActivity.Score;
import org.fenton.core.programme.RankedProgramme;

/** A programme as a row. */
final class ProgrammeRows {
    private static final int REASON_LENGTH = 52;

    private ProgrammeRows() {}

    static DotRow row(RankedProgramme ranked) {
        ProgrammeActivity activity = ranked.activity();
        String title = ranked.programme().description().title();
        DotRow.Measured measured = new DotRow.Measured(
                activity.coverage().measured(), activity.coverage().total());
        String missing = activity.coverage().missing().isEmpty()
                ? ""
                : "; missing " + String.join(", ", activity.coverage().missing());
        String part = title + ": " + measured.measured() + " of " + measured.total() + " measured" + missing;
        if (activity.score().isEmpty()) {
            String reason = "no score: " + activity.coverage().reason();
            return new DotRow(
                    title,
                    part + "; " + reason,
                    measured,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    DotRow.Mark.NONE,
                    Svg.cut(reason, REASON_LENGTH));
        }
        Score score = activity.score().orElseThrow();
        String percentile = ranked.rank()
                .map(rank -> String.format(Locale.ROOT, "P%.0f", rank.percentile()))
                .orElse("");
        String told = ranked.rank()
                .map(rank ->
                        String.format(Locale.ROOT, "; percentile %.0f among %d lines", rank.percentile(), rank.lines()))
                .orElse("");
        return new DotRow(
                title,
                part + "; score " + Svg.signed(score.value()) + ", doubt "
                        + String.format(Locale.ROOT, "%.2f", score.doubt()) + told,
                measured,
                OptionalDouble.of(score.value()),
                OptionalDouble.of(score.doubt()),
                DotRow.mark(score.falseDiscoveryRate()),
                percentile);
    }
}
