package org.fenton.core.behaviour;

import java.util.List;

/**
 * One thing that the ranking of a case must show.
 *
 * @param within how far down its lane an acceptable candidate may stand; 0 where that is not asked
 * @param of what is expected; each has to hold, except that one of a {@link Asked#anyOf} list is enough
 */
public record Expectation(Asked asked, int within, List<String> of) {
    /** What is asked. {@code X} is a combination, {@code a} or {@code a+b}; {@code |} parts what belongs to it. */
    public enum Asked {
        /** One of these leads its lane: {@code X}, {@code with:DRUG} or {@code class:KEY}. */
        TOP_ANSWER("topAnswer"),
        /** One of these is within the first places of its lane. */
        ACCEPTABLE("acceptable"),
        /** X is marked conflicted: no direction is given. */
        CONFLICTED("conflicted"),
        /** X is marked as expected harm. */
        EXPECTED_HARM("expectedHarm"),
        /** X is ranked without an answer: no path is strong enough. */
        NO_ANSWER("noAnswer"),
        /** X is offered. */
        FAVOURABLE("favourable"),
        /** X is not offered, for whatever reason. */
        NOT_FAVOURABLE("notFavourable"),
        /** No candidate with this drug, {@code class:KEY} or exactly {@code a+b} is among the first twenty of a lane. */
        NEVER_SHOW("neverShow"),
        /** {@code X | CODE} or {@code X | RULE}: X is not ranked, for that reason. */
        LEFT_OUT("leftOut"),
        /** {@code X | RULE}: the safety rule fires. */
        FIRES("fires"),
        /** {@code X | RULE}: the safety rule does not fire. */
        SILENT("silent"),
        /** {@code X | TERM | SOURCE}: a term of X's ledger rests on that row, drug or bundle; {@code R03/R04} is either. */
        CITES("cites"),
        /** {@code X | LANE}. */
        LANE("lane"),
        /** {@code X | Y}: X stands above Y: offered before not offered, a better lane, a better place. */
        ABOVE("above");

        private final String field;

        Asked(String field) {
            this.field = field;
        }

        /** Its name in a file of cases. */
        public String field() {
            return field;
        }

        boolean anyOf() {
            return this == TOP_ANSWER || this == ACCEPTABLE;
        }
    }

    public Expectation {
        of = List.copyOf(of);
    }

    @Override
    public String toString() {
        return asked.field + (within > 0 ? " within " + within : "") + ": " + String.join(", ", of);
    }
}
