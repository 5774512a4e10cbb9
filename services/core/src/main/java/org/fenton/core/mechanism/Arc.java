package org.fenton.core.mechanism;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One signed step of the graph in the context of a case, with everything that supports it there.
 *
 * @param sign +1 or −1
 * @param match the best match among its support
 * @param support between 0 and 1; see {@link MechanismGraph}
 * @param edges ids of the catalog rows behind it
 * @param studies distinct studies behind it
 * @param mediated true where a ligand's recorded effect is assigned to the kinase that carries the ligand's signal (an
 *     inference)
 */
public record Arc(
        String from,
        String to,
        int sign,
        ScopeMatch match,
        double support,
        Set<String> edges,
        Set<String> studies,
        boolean mediated) {
    public Arc {
        edges = Collections.unmodifiableSet(new TreeSet<>(edges));
        studies = Collections.unmodifiableSet(new TreeSet<>(studies));
    }

    @Override
    public String toString() {
        return from + (sign > 0 ? " → " : " ⊣ ") + to;
    }
}
