package org.fenton.core.ranking;

import java.util.List;

/**
 * One line of a ledger: {@code contribution = value × weight}.
 *
 * @param doubt half the width of the value's stated doubt
 * @param basis what the value rests on
 */
public record Term(TermKind kind, double value, double weight, double contribution, double doubt, Basis basis) {
    public List<String> sources() {
        return basis.sources();
    }

    public String comment() {
        return basis.comment();
    }
}
