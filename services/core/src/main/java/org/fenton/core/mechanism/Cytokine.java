package org.fenton.core.mechanism;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private static final Map<String, Cytokine> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private final String factor;

    Cytokine(String factor) {
        this.factor = factor;
    }

    String factor() {
        return factor;
    }

    static Optional<Cytokine> of(String node) {
        return Optional.ofNullable(BY_NAME.get(node));
    }

    /** The factors that read cytokines. */
    static Set<String> factors() {
        return BY_NAME.values().stream().map(Cytokine::factor).collect(Collectors.toUnmodifiableSet());
    }

    static boolean isKinase(String node) {
        return node.startsWith("JAK") || node.equals("TYK2");
    }

    static boolean isFactor(String node) {
        return node.startsWith("STAT");
    }
}
