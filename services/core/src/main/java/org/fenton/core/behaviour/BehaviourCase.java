package org.fenton.core.behaviour;

import java.util.List;
import org.fenton.core.tumour.TumourCase;

/**
 * A case with what the facts say about its ranking.
 *
 * @param tests what it is about, in a sentence
 * @param sources rows of the facts and requirements that the expectations rest on
 * @param gap why the ranking cannot meet it yet; empty when it has to. What must never be shown is never excused.
 */
public record BehaviourCase(
        String id,
        Kind kind,
        String tests,
        List<String> sources,
        TumourCase tumourCase,
        List<Expectation> expected,
        String gap) {
    public enum Kind {
        RESISTANCE,
        CONTEXT,
        CONFLICT,
        TISSUE,
        SAFETY,
        EVIDENCE,
        IDENTITY,
        /** Of a class pack. */
        PACK
    }

    public BehaviourCase {
        sources = List.copyOf(sources);
        expected = List.copyOf(expected);
    }
}
