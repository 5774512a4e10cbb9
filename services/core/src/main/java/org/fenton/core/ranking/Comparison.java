package org.fenton.core.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two candidates of one ranking, term by term.
 *
 * <p>{@code difference} is the score of a minus the score of b. The rows' differences are exact decimal differences of the
 * contributions, rounded once; {@code rounding} is what the two sums lost in floating point, so that rows and rounding add
 * up to the difference (in exact decimals, before the rounding of each).
 *
 * @param rows terms that differ, the largest difference first
 * @param decidedBy OUTLOOK or LANE where these differ, since they come before the score; SCORE, or TIE
 */
public record Comparison(
        RankedCandidate a, RankedCandidate b, double difference, double rounding, List<Row> rows, Decider decidedBy) {
    public enum Decider {
        OUTLOOK,
        LANE,
        SCORE,
        TIE
    }

    /** A term that one of the two may not have: absent means that it adds nothing there. */
    public record Row(TermKind term, Optional<Term> a, Optional<Term> b, double difference) {}

    public static Comparison of(RankedCandidate a, RankedCandidate b) {
        List<Row> rows = new ArrayList<>();
        BigDecimal explained = BigDecimal.ZERO;
        for (TermKind kind : terms(a, b)) {
            Optional<Term> left = term(a, kind);
            Optional<Term> right = term(b, kind);
            BigDecimal difference = exact(left).subtract(exact(right));
            explained = explained.add(difference);
            if (difference.signum() != 0) {
                rows.add(new Row(kind, left, right, difference.doubleValue()));
            }
        }
        rows.sort(Comparator.comparingDouble((Row row) -> Math.abs(row.difference()))
                .reversed()
                .thenComparing(Row::term));
        BigDecimal difference = new BigDecimal(a.score()).subtract(new BigDecimal(b.score()));
        return new Comparison(
                a, b, difference.doubleValue(), difference.subtract(explained).doubleValue(), rows, decider(a, b));
    }

    private static Set<TermKind> terms(RankedCandidate a, RankedCandidate b) {
        Set<TermKind> terms = new TreeSet<>();
        a.ledger().terms().forEach(term -> terms.add(term.kind()));
        b.ledger().terms().forEach(term -> terms.add(term.kind()));
        return terms;
    }

    private static Decider decider(RankedCandidate a, RankedCandidate b) {
        if (a.outlook() != b.outlook()) {
            return Decider.OUTLOOK;
        }
        if (a.outlook() == Outlook.FAVOURABLE && a.lane() != b.lane()) {
            return Decider.LANE;
        }
        return a.score() == b.score() ? Decider.TIE : Decider.SCORE;
    }

    private static Optional<Term> term(RankedCandidate candidate, TermKind kind) {
        return candidate.ledger().terms().stream()
                .filter(term -> term.kind().equals(kind))
                .findFirst();
    }

    private static BigDecimal exact(Optional<Term> term) {
        return term.map(present -> new BigDecimal(present.contribution())).orElse(BigDecimal.ZERO);
    }
}
