package org.fenton.core.ranking;

import java.util.Arrays;

/**
 * The terms of one candidate as numbers, by the place of their kind: NaN for a term that the candidate does not have. What is
 * not known adds to the doubt alone. {@link Grounds} says in words what they rest on.
 */
final class TermValues {
    private final Weighing weighing;
    private final double[] value;
    private final double[] doubt;
    private final boolean[] unknown;

    TermValues(Weighing weighing) {
        this.weighing = weighing;
        value = new double[weighing.kinds().size()];
        Arrays.fill(value, Double.NaN);
        doubt = new double[value.length];
        unknown = new boolean[value.length];
    }

    /** Nothing is added for a value of NaN. */
    void add(TermKind kind, double known, double itsDoubt) {
        value[kind.ordinal()] = known;
        doubt[kind.ordinal()] = itsDoubt;
    }

    void addUnknown(TermKind kind) {
        unknown[kind.ordinal()] = true;
    }

    boolean has(TermKind kind) {
        return !Double.isNaN(value[kind.ordinal()]);
    }

    boolean isUnknown(TermKind kind) {
        return unknown[kind.ordinal()];
    }

    Term term(TermKind kind, Basis basis) {
        int place = kind.ordinal();
        double weight = weighing.weight(place);
        return new Term(kind, value[place], weight, value[place] * weight, doubt[place], basis);
    }

    UnknownTerm unknown(TermKind kind, Basis why) {
        return new UnknownTerm(kind, weighing.unknownDoubt(kind.ordinal()), why);
    }

    /** In score points; 0 for a term that the candidate does not have. */
    double contribution(int place) {
        return Double.isNaN(value[place]) ? 0 : value[place] * weighing.weight(place);
    }

    /** See {@link Ledger}. */
    double score() {
        double score = 0;
        for (int place = 0; place < value.length; place++) {
            if (!Double.isNaN(value[place])) {
                score += value[place] * weighing.weight(place);
            }
        }
        return score;
    }

    /** Half the width of the interval; see {@link Ledger}. */
    double halfWidth() {
        double variance = 0;
        for (int place = 0; place < value.length; place++) {
            if (!Double.isNaN(value[place])) {
                double weighed = doubt[place] * weighing.weight(place);
                variance += weighed * weighed;
            }
        }
        for (int place = 0; place < value.length; place++) {
            if (unknown[place]) {
                double weighed = weighing.unknownDoubt(place) * weighing.weight(place);
                variance += weighed * weighed;
            }
        }
        return Math.sqrt(variance);
    }
}
