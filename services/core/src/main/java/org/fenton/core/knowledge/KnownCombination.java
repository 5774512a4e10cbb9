package org.fenton.core.knowledge;

import java.util.List;
import java.util.Set;

/** A pair (or a single agent) that somebody tested, with what came out. */
public record KnownCombination(
        String id,
        List<Agent> agents,
        Set<String> scopes,
        String modelText,
        FerroptosisReadout ferroptosis,
        Outcome outcome,
        String outcomeText,
        EvidenceLevel level,
        List<String> studies,
        String confidence,
        String source,
        String note) {
    public enum FerroptosisReadout {
        UP,
        DOWN,
        NOT_MEASURED
    }

    public enum Outcome {
        SYNERGY,
        SENSITISATION,
        BENEFIT,
        NO_BENEFIT,
        ANTAGONISM,
        PROTECTION,
        SINGLE_AGENT,
        MECHANISTIC,
        SUBTYPE_DEPENDENT;

        public boolean supportsTumourControl() {
            return this == SYNERGY || this == SENSITISATION || this == BENEFIT || this == SINGLE_AGENT;
        }

        public boolean speaksAgainst() {
            return this == ANTAGONISM || this == NO_BENEFIT;
        }
    }

    /** An agent as the source names it, and the catalog drugs it stands for (none for a gene or a procedure). */
    public record Agent(String text, List<String> drugs) {
        public Agent {
            drugs = List.copyOf(drugs);
        }
    }

    public KnownCombination {
        agents = List.copyOf(agents);
        scopes = Set.copyOf(scopes);
        studies = List.copyOf(studies);
    }
}
