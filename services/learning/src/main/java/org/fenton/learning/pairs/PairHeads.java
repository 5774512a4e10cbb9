package org.fenton.learning.pairs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The heads that answer the pairs.
 *
 * @param benefit empty where the bundle has no such head: its column stays empty
 */
public record PairHeads(PairAnswers synergy, Optional<PairAnswers> benefit) {
    /** By the column each answers. */
    Map<String, PairAnswers> byColumn() {
        Map<String, PairAnswers> heads = new LinkedHashMap<>();
        benefit.ifPresent(head -> heads.put("p_benefit", head));
        heads.put("p_synergy", synergy);
        return heads;
    }
}
