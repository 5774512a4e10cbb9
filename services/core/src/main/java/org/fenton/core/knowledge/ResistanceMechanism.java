package org.fenton.core.knowledge;

import java.util.List;
import java.util.Set;

/** Why a drug failed, how one sees it, and which partner classes that suggests. */
public record ResistanceMechanism(
        String id,
        List<String> drugs,
        Set<String> drugClasses,
        Set<String> scopes,
        String diseaseText,
        String mechanism,
        List<Marker> markers,
        String jakStatLink,
        List<String> liabilities,
        Set<String> partnerClasses,
        String caution,
        List<String> studies,
        String confidence,
        String basis,
        String source) {
    public enum Direction {
        UP,
        DOWN,
        MUTATED,
        UNKNOWN
    }

    /** A gene and the direction in which the resistant tumour differs. */
    public record Marker(String node, Direction direction) {}

    public ResistanceMechanism {
        drugs = List.copyOf(drugs);
        drugClasses = Set.copyOf(drugClasses);
        scopes = Set.copyOf(scopes);
        markers = List.copyOf(markers);
        liabilities = List.copyOf(liabilities);
        partnerClasses = Set.copyOf(partnerClasses);
        studies = List.copyOf(studies);
    }
}
