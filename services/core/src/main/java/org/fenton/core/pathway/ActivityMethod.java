package org.fenton.core.pathway;

/** A statistic that infers the activity of a network's sources from the expression of their targets. */
public sealed interface ActivityMethod permits Ulm, Mlm, Wsum, Wmean, Viper {
    /** The name in tables and on the command line: {@code ulm}, {@code mlm}, {@code wsum}, {@code wmean}, {@code viper}. */
    String key();

    /**
     * Activities of all sources of {@code network} in all conditions of {@code matrix}.
     *
     * @param network measured on exactly {@code matrix.genes()}
     * @throws IllegalArgumentException when the gene lists differ, no source is left, there are too few genes for the
     *     method, or a condition is constant
     */
    ActivityTable infer(ExpressionMatrix matrix, MeasuredNetwork network);

    /** As {@link #infer(ExpressionMatrix, MeasuredNetwork)}, keeping sources with {@code minSize} measured targets. */
    default ActivityTable infer(ExpressionMatrix matrix, Network network, int minSize) {
        return infer(matrix, MeasuredNetwork.on(matrix, network, minSize));
    }
}
