package org.fenton.core.mechanism;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One signed step of the graph in the context of a case, with everything that supports it there.
 *
 * @param sign +1 or −1
 * @param match the match that supports it most
 * @param support between 0 and 1; see {@link MechanismGraph}
 * @param edges ids of the catalog rows behind it
 * @param studies distinct studies behind it
 * @param mediator the factor that reads a cytokine's signal, where the cytokine's recorded effect is assigned to a kinase
 *     or receptor that carries the signal; empty for every other origin
 */
public record Arc(
        String from,
        String to,
        int sign,
        ScopeMatch match,
        double support,
        Set<String> edges,
        Set<String> studies,
        Origin origin,
        String mediator) {
    /** Where a step comes from. */
    public enum Origin {
        /** An edge of the catalog. */
        RECORDED,
        /** The arm that a disease context names: a summary, used where no recorded edges lead on. */
        CONTEXT,
        /** A gene is part of a complex, a form part of a pool. */
        MEMBER,
        /** A kinase or receptor carries a cytokine's recorded effect: inferred. */
        MEDIATED,
        /** A curated list names the drug without saying how. */
        LISTED
    }

    public Arc {
        edges = Collections.unmodifiableSet(new TreeSet<>(edges));
        studies = Collections.unmodifiableSet(new TreeSet<>(studies));
    }

    public boolean mediated() {
        return origin == Origin.MEDIATED;
    }

    /** Taken from the arm that a disease context names, not from an edge. */
    boolean summary() {
        return origin == Origin.CONTEXT || mediated() && to.equals(MechanismGraph.FERROPTOSIS);
    }

    @Override
    public String toString() {
        return from + (sign > 0 ? " → " : " ⊣ ") + to;
    }
}
