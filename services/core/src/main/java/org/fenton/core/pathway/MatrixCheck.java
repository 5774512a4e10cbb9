package org.fenton.core.pathway;

/** What every method asks of its inputs before it computes. */
final class MatrixCheck {
    private MatrixCheck() {}

    static void fits(ExpressionMatrix matrix, MeasuredNetwork network) {
        if (!matrix.genes().equals(network.genes())) {
            throw new IllegalArgumentException("the network was measured on another gene list than the matrix has");
        }
        if (network.sources().isEmpty()) {
            throw new IllegalArgumentException(
                    "no source of network " + network.network().name() + " has "
                            + network.minSize() + " of its targets among the "
                            + matrix.genes().size() + " genes given ("
                            + matrix.genes().stream()
                                    .limit(3)
                                    .map(Object::toString)
                                    .collect(java.util.stream.Collectors.joining(", "))
                            + (matrix.genes().size() > 3 ? ", …" : "") + "); use HGNC symbols such as "
                            + network.network().edges().get(0).target() + ", more genes, or a smaller minsize");
        }
        varies(matrix);
    }

    private static void varies(ExpressionMatrix matrix) {
        var constant = matrix.firstConstantCondition();
        if (constant.isPresent()) {
            int c = constant.getAsInt();
            throw new IllegalArgumentException(
                    "condition " + matrix.conditions().get(c) + " has the same value "
                            + matrix.value(0, c) + " for all " + matrix.genes().size()
                            + " genes; activities need values that differ between genes");
        }
    }
}
