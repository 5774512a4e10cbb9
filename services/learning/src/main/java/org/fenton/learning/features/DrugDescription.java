package org.fenton.learning.features;

import java.util.Optional;
import java.util.Set;
import org.fenton.learning.structure.Structure;

/**
 * What is known of a drug.
 *
 * @param structure empty when no structure is known
 * @param targets gene symbols; empty optional when no target is known, which is not the same as a drug without targets
 */
public record DrugDescription(Optional<Structure> structure, Optional<Set<String>> targets) {
    public DrugDescription {
        targets = targets.map(Set::copyOf);
    }
}
