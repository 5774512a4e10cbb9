package org.fenton.core.ranking;

import java.util.List;

/**
 * A score as the sum of its terms' contributions, added left to right from 0 in IEEE double arithmetic, so that anybody
 * who adds them in order gets the score to the last bit.
 *
 * <p>The interval is score ± √(Σ (doubt·weight)²) over known and unknown terms. It states doubt; it is no confidence
 * interval.
 */
public record Ledger(List<Term> terms, List<UnknownTerm> unknown, double score, double lower, double upper) {
    public Ledger {
        terms = List.copyOf(terms);
        unknown = List.copyOf(unknown);
    }
}
