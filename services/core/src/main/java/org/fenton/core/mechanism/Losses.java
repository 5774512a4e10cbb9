package org.fenton.core.mechanism;

import org.fenton.core.tumour.TumourCase;

/** Which nodes of the graph do nothing in a tumour because a gene was lost. */
record Losses(TumourCase tumourCase) {
    /** The gene itself is lost, JAK1 or JAK2 before STAT1 or STAT2, or the factor that reads the cytokine. */
    boolean isLost(String node) {
        boolean interferonArm = node.equals("STAT1") || node.equals("STAT2");
        return tumourCase.hasLost(node)
                || (interferonArm && (tumourCase.hasLost("JAK1") || tumourCase.hasLost("JAK2")))
                || Cytokine.of(node).map(Cytokine::factor).filter(this::isLost).isPresent();
    }
}
