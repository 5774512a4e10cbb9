package org.fenton.core.signs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fenton.core.id.Combination;
import org.fenton.core.tumour.TumourCase;

/**
 * One question with the answer that the facts give.
 *
 * @param end the node asked about, {@code ferroptosis} unless stated
 * @param mustCite rows or studies that have to stand behind the carrying or opposing paths or the recorded tests
 * @param sources rows of the facts and requirements that the expected answer rests on
 * @param gap why the engine cannot meet it without an invented fact; empty when it has to
 */
public record SignCase(
        String id,
        Kind kind,
        String question,
        Combination drugs,
        TumourCase tumourCase,
        String end,
        List<Expected> expected,
        Set<String> mustCite,
        String sources,
        String gap) {
    public enum Kind {
        /** Restates one row of the facts. */
        ROW,
        /** Needs several rows together. */
        COMPOSED
    }

    /** What an answer is asked for. */
    public enum Asked {
        /** The direction is VALUE. */
        DIRECTION,
        /** The direction is anything but VALUE. */
        NOT_DIRECTION,
        OUTLOOK,
        /** A safety rule fires. */
        FIRED,
        /** A safety rule does not fire. */
        NOT_FIRED,
        /** A recorded test is shown in favour. */
        FOR,
        /** A recorded test is shown against. */
        AGAINST,
        /** A disease context of the case is or rests on the row or study. */
        CONTEXT_CITES,
        /** It is shown to harm cells to be spared, by their context's id. */
        HARMS_CELLS,
        /** It would not be ranked, with this code. */
        LEFT_OUT,
        /** It would be ranked. */
        OFFERED,
        /** A path of the promoting side rests on the row or study. */
        PROMOTING_CITES,
        /** A path of the inhibiting side rests on the row or study. */
        INHIBITING_CITES;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One thing that the answer must show. */
    public record Expected(Asked asked, String value) {
        @Override
        public String toString() {
            return value.isEmpty() ? asked.word() : asked.word() + " " + value;
        }
    }

    public SignCase {
        expected = List.copyOf(expected);
        mustCite = Set.copyOf(mustCite);
    }
}
