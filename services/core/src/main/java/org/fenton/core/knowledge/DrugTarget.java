package org.fenton.core.knowledge;

import java.util.OptionalDouble;

/**
 * What a drug does to one node of the graph.
 *
 * @param node gene symbol or node id
 * @param effect inhibit or activate
 * @param directness whether the drug acts on the node itself or changes it further down
 * @param contested the source says the relation or the value is disputed or must not be used
 * @param potencyNanomolar IC50, Ki or Kd in nM; empty when not known
 * @param assay what was measured, with its reference
 */
public record DrugTarget(
        String node,
        Effect effect,
        Directness directness,
        boolean contested,
        OptionalDouble potencyNanomolar,
        String assay,
        String source) {
    public enum Effect {
        INHIBIT,
        ACTIVATE
    }

    public enum Directness {
        DIRECT,
        DOWNSTREAM
    }

    public int sign() {
        return effect == Effect.INHIBIT ? -1 : 1;
    }
}
