package org.fenton.core.mechanism;

import java.util.Arrays;
import java.util.Optional;

/** Cytokines of the graph that signal through Janus kinases, each with the STAT that reads it (textbook assignments). */
enum Cytokine {
    IFNG("STAT1"),
    IFNA1("STAT1"),
    IFNB1("STAT1"),
    IL6("STAT3"),
    IL9("STAT3"),
    IL10("STAT3"),
    IL4("STAT6"),
    IL13("STAT6");

    private final String factor;

    Cytokine(String factor) {
        this.factor = factor;
    }

    String factor() {
        return factor;
    }

    static Optional<Cytokine> of(String node) {
        return Arrays.stream(values())
                .filter(cytokine -> cytokine.name().equals(node))
                .findFirst();
    }

    static boolean isKinase(String node) {
        return node.startsWith("JAK") || node.equals("TYK2");
    }

    static boolean isFactor(String node) {
        return node.startsWith("STAT");
    }
}
