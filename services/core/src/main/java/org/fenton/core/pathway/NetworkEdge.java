package org.fenton.core.pathway;

import org.fenton.core.id.GeneSymbol;
import org.jspecify.annotations.Nullable;

/**
 * One target of one source: how a unit of the source's activity moves the target's expression.
 *
 * @param source pathway or regulator, as the network names it
 * @param weight signed, finite; CollecTRI writes -1 and 1, PROGENy a regression coefficient
 * @param pValue the network's own significance of the edge in [0, 1]; null when it states none
 */
public record NetworkEdge(
        String source,
        GeneSymbol target,
        double weight,
        @Nullable Double pValue) {
    public NetworkEdge {
        if (source.isBlank()) {
            throw new IllegalArgumentException("the source of an edge into " + target + " is empty");
        }
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException(source + " -> " + target + ": weight " + weight + " is not finite");
        }
        if (pValue != null && !(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException(source + " -> " + target + ": p " + pValue + " is not within 0 to 1");
        }
    }

    public static NetworkEdge of(String source, GeneSymbol target, double weight) {
        return new NetworkEdge(source, target, weight, null);
    }
}
