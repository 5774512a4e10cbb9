package org.fenton.learning.pairs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fenton.learning.heads.HeadKind;
import org.fenton.learning.heads.HeadsBundle;
import org.fenton.learning.interaction.InteractionHead;

/**
 * The heads that answer the pairs.
 *
 * @param benefit empty where the bundle has no such head: its column stays empty
 */
public record PairHeads(PairAnswers synergy, Optional<PairAnswers> benefit) {
    /** @throws IllegalArgumentException when the bundle has no head of synergy */
    public static PairHeads of(HeadsBundle bundle) {
        InteractionHead synergy = bundle.heads().get(HeadKind.SYNERGY.key());
        if (synergy == null) {
            throw new IllegalArgumentException("the bundle " + bundle.document().name() + " has no head "
                    + HeadKind.SYNERGY.key() + "; it has " + bundle.heads().keySet() + ", train it again");
        }
        return new PairHeads(
                new HeadAnswers(synergy),
                Optional.ofNullable(bundle.heads().get(HeadKind.BENEFIT.key())).map(HeadAnswers::new));
    }

    /** By the column each answers. */
    Map<String, PairAnswers> byColumn() {
        Map<String, PairAnswers> heads = new LinkedHashMap<>();
        benefit.ifPresent(head -> heads.put("p_benefit", head));
        heads.put("p_synergy", synergy);
        return heads;
    }
}
