package org.fenton.learning.prediction;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A single agent or a pair to be scored.
 *
 * @param id the caller's own name for it, echoed
 */
public record Candidate(String id, List<Drug> drugs) {
    /**
     * One drug.
     *
     * @param smiles empty when no structure is known
     * @param targets gene symbols; empty optional when unknown
     */
    public record Drug(String id, Optional<String> smiles, Optional<Set<String>> targets) {}

    public Candidate {
        drugs = List.copyOf(drugs);
    }
}
