package org.fenton.core.knowledge;

import java.util.List;

/**
 * One row of one of the curated drug lists.
 *
 * @param className the class as the list writes it
 * @param studies CURIEs of the papers that the row rests on
 * @param caveat empty when none is recorded
 */
public record Listing(
        Kind kind,
        String row,
        String className,
        State state,
        String mechanism,
        String caveat,
        List<String> studies,
        List<String> sources) {
    public enum Kind {
        JAK_STAT,
        FERROPTOSIS_INDUCER,
        FERROPTOSIS_INHIBITOR,
        BACKBONE
    }

    public enum State {
        CONFIRMED,
        CONTESTED,
        TOOL
    }

    public Listing {
        studies = List.copyOf(studies);
        sources = List.copyOf(sources);
    }
}
