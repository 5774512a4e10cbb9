package org.fenton.learning.kernel;

import java.util.Optional;
import java.util.Set;
import org.fenton.learning.structure.Structure;

/**
 * What two drugs are compared by. An empty trait is unknown and makes a drug like no other in that respect.
 *
 * @param targets gene symbols
 * @param classes mechanisms of action as a list names them
 */
public record DrugTraits(Optional<Structure> structure, Optional<Set<String>> targets, Optional<Set<String>> classes) {
    public DrugTraits {
        targets = targets.map(Set::copyOf);
        classes = classes.map(Set::copyOf);
    }

    public static DrugTraits unknown() {
        return new DrugTraits(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
