package org.fenton.learning.interaction;

import java.util.Optional;
import java.util.stream.IntStream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.kernel.LineTraits;
import org.jspecify.annotations.Nullable;

/**
 * Rows to learn from, with what is known of their drugs and lines and how they are divided inside.
 *
 * @param rows of the screen, also those another laboratory lends; read only
 */
record Lesson(Screen screen, ScreenTraits traits, int[] rows, Division division) {
    /** The rows that a fold's evidence is made of. */
    int[] learnedIn(int fold) {
        return IntStream.of(rows).filter(r -> !division.holdsOut(fold, r)).toArray();
    }

    /** Rows that are judged and that classifiers learn from: all but lent ones. */
    int[] ownRows() {
        return IntStream.of(rows).filter(r -> !screen.lent(r)).toArray();
    }

    /** A row as an evidence is asked about it. */
    record Asked(Cast.Drug a, Cast.@Nullable Drug b, Evidence.View view) {}

    Asked asked(Evidence evidence, int row) {
        return asked(screen, evidence, row);
    }

    static Asked asked(Screen screen, Evidence evidence, int row) {
        Cast cast = evidence.cast();
        return new Asked(
                cast.drug(screen.drugA(row)),
                screen.singleAgent(row) ? null : cast.drug(screen.drugB(row)),
                evidence.view(cast.line(screen.line(row))));
    }

    /** A row of another laboratory as if this one had measured it: as a head is asked about any line. */
    static Place asOwn(Screen screen, Cast cast, int line) {
        LineTraits traits = cast.lines().get(line);
        return new Place(
                screen.lines().get(line).key() + " here",
                new LineTraits(traits.tissue(), traits.profile(), traits.identity(), Optional.empty()));
    }
}
