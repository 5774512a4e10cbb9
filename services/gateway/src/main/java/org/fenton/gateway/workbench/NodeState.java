package org.fenton.gateway.workbench;

import java.util.OptionalDouble;
import org.fenton.core.tumour.PathwayState;

/**
 * How active a node is in a case, in five steps that can be told apart without colour.
 *
 * @param level -2 to 2; ignored when not measured
 * @param basis what it was read from
 */
public record NodeState(boolean measured, int level, String value, String basis) {
    /** An activity is a t value: beyond 2 it stands out of the noise, beyond 4 clearly. Genes are in log2 units or z. */
    private static final double[] FACTOR = {2, 4};

    private static final double[] GENE = {0.5, 1};
    private static final String[] GLYPHS = {"−−", "−", "0", "+", "++"};

    static NodeState of(String node, PathwayState state) {
        OptionalDouble factor = state.factor(node);
        if (factor.isPresent()) {
            return of(factor.getAsDouble(), FACTOR, "activity");
        }
        OptionalDouble gene = state.gene(node);
        return gene.isPresent()
                ? of(gene.getAsDouble(), GENE, "expression")
                : new NodeState(false, 0, "not measured", "not measured");
    }

    private static NodeState of(double value, double[] steps, String basis) {
        double size = Math.abs(value);
        int level = size >= steps[1] ? 2 : size >= steps[0] ? 1 : 0;
        return new NodeState(true, value < 0 ? -level : level, Numbers.signed(value), basis);
    }

    public String glyph() {
        return measured ? GLYPHS[level + 2] : "?";
    }

    /** The class that colours it. */
    public String tone() {
        return measured ? "level" + (level + 2) : "unmeasured";
    }
}
