package org.fenton.core.ranking;

import java.util.List;

/**
 * Something that an answer had to do without.
 *
 * @param part what did not answer, for example {@code model}
 * @param missing what was to come from it
 * @param terms terms that are unknown for that reason
 * @param lanes lanes whose order may be another with it
 * @param detail in words
 */
public record Degradation(String part, String missing, List<TermKind> terms, List<Lane> lanes, String detail) {
    public Degradation {
        terms = List.copyOf(terms);
        lanes = List.copyOf(lanes);
    }
}
