package org.fenton.core.synergy;

import java.util.List;

/**
 * Highest single agent: the pair does no more than the better drug does alone at its dose in the pair.
 *
 * <p>Formula: expected = max(E_A(a), E_B(b)).
 *
 * <p>Input: effects alone as {@link SingleAgent#effect} gives them, percent inhibition, not clamped.
 *
 * <p>Output: excess in percentage points, positive = more than the better single agent. Symmetric in the pair. The easiest
 * model to exceed: two drugs that merely add up score above 0.
 *
 * <p>A cell whose dose was neither measured alone nor lies between tested doses is left out. A constant matrix scores 0.
 *
 * <p>Source: Gaddum 1940, Pharmacology; Berenbaum 1989, Pharmacol Rev 41:93–141.
 */
public record Hsa() implements ReferenceModel {
    @Override
    public String key() {
        return "hsa";
    }

    @Override
    public List<CellExcess> excess(DoseResponseMatrix matrix, SingleAgents singles) {
        return ReferenceModel.fromEffects(matrix, singles, Math::max);
    }
}
