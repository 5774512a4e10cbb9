package org.fenton.core.ranking;

/**
 * A term that has no value here: it adds nothing to the score and {@code doubt × weight} to the interval.
 *
 * @param basis whose comment says why
 */
public record UnknownTerm(TermKind kind, double doubt, Basis basis) {
    public String reason() {
        return basis.comment();
    }
}
