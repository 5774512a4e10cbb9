package org.fenton.core.synergy;

import java.util.List;
import java.util.Optional;

/**
 * The excess of a whole matrix over one reference model.
 *
 * <p>Formula: the plain mean of the excess over the cells with both doses above 0 for which the model has an answer.
 *
 * <p>Output: percentage points of inhibition, positive = synergy, with a 95 % interval where wells are replicated. It is
 * no benefit for a patient and no benefit over a single agent: see {@link SingleAgentBenefit}.
 *
 * @param model key of the {@link ReferenceModel}
 * @param cells in the order of doses; empty where the model has no answer
 * @param mean absent where there are no cells
 */
public record SynergyScore(String model, List<CellExcess> cells, Optional<Estimate> mean) {
    public SynergyScore {
        cells = List.copyOf(cells);
    }
}
