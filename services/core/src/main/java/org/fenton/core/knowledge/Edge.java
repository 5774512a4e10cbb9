package org.fenton.core.knowledge;

import java.util.List;
import java.util.Set;

/**
 * A signed, scoped relation with its evidence; several sources or targets stand for each combination of them.
 *
 * @param sign what more of the source does to the target
 * @param scopes where it was seen; {@code general} for everywhere
 * @param studies CURIEs; empty for textbook rows
 * @param inferredModel the model system was read off a database field, not the paper
 */
public record Edge(
        String id,
        List<String> from,
        List<String> to,
        Sign sign,
        Set<String> scopes,
        EvidenceLevel level,
        List<String> studies,
        String confidence,
        String mechanism,
        String contextText,
        String note,
        boolean inferredModel,
        String source) {
    public enum Sign {
        PLUS(1),
        MINUS(-1),
        UNKNOWN(0);

        private final int value;

        Sign(int value) {
            this.value = value;
        }

        /** +1, −1, or 0 where the direction is not stated. */
        public int value() {
            return value;
        }
    }

    public Edge {
        from = List.copyOf(from);
        to = List.copyOf(to);
        scopes = Set.copyOf(scopes);
        studies = List.copyOf(studies);
    }
}
