package org.fenton.core.ranking;

import java.util.List;
import org.fenton.core.ranking.Term.Reading;

/** The weights and doubts of a policy by the place of a term: a ranking asks for them some ten thousand times. */
final class Weighing {
    private final double[] weight;
    private final double[] unknownDoubt;

    Weighing(RankingPolicy policy) {
        List<TermKind> terms = policy.terms();
        weight = new double[terms.size()];
        unknownDoubt = new double[terms.size()];
        for (TermKind kind : terms) {
            weight[kind.ordinal()] = policy.weight(kind);
            unknownDoubt[kind.ordinal()] = policy.unknownDoubt(kind);
        }
    }

    double weight(TermKind kind) {
        return weight[kind.ordinal()];
    }

    Term known(TermKind kind, Reading reading) {
        double by = weight(kind);
        return new Term(kind, reading.value(), by, reading.value() * by, reading.doubt(), reading.basis());
    }

    UnknownTerm unknown(TermKind kind, Basis why) {
        return new UnknownTerm(kind, unknownDoubt[kind.ordinal()], why);
    }
}
