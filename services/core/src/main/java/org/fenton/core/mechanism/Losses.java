package org.fenton.core.mechanism;

import java.util.Set;
import java.util.stream.Collectors;
import org.fenton.core.tumour.TumourCase;

/** Which nodes of the graph do nothing in a tumour because a gene was lost. */
final class Losses {
    private final Set<String> genes;

    Losses(TumourCase tumourCase) {
        genes = tumourCase.alterations().stream()
                .map(TumourCase.Alteration::gene)
                .filter(tumourCase::hasLost)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The gene itself is lost, JAK1 or JAK2 before STAT1 or STAT2, or the factor that reads the cytokine. */
    boolean isLost(String node) {
        if (genes.isEmpty()) {
            return false;
        }
        boolean interferonArm = node.equals("STAT1") || node.equals("STAT2");
        return genes.contains(node)
                || (interferonArm && (genes.contains("JAK1") || genes.contains("JAK2")))
                || Cytokine.of(node).map(Cytokine::factor).filter(this::isLost).isPresent();
    }
}
