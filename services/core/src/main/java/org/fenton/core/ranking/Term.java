package org.fenton.core.ranking;

import java.util.List;

/**
 * One line of a ledger: {@code contribution = value × weight}.
 *
 * @param doubt half the width of the value's stated doubt
 * @param sources ids of catalog rows, studies or the model bundle behind the value
 * @param comment what the value was read from, in words
 */
public record Term(
        TermKind kind,
        double value,
        double weight,
        double contribution,
        double doubt,
        List<String> sources,
        String comment) {
    public Term {
        sources = List.copyOf(sources);
    }

    static Term of(TermKind kind, Reading reading, RankingPolicy policy) {
        double weight = policy.weight(kind);
        return new Term(
                kind, reading.value, weight, reading.value * weight, reading.doubt, reading.sources, reading.comment);
    }

    /** A value with its doubt and where it comes from, before it is weighed. */
    record Reading(double value, double doubt, List<String> sources, String comment) {}
}
