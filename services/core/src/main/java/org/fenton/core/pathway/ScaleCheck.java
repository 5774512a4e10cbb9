package org.fenton.core.pathway;

import org.fenton.core.id.GeneSymbol;

/** Refuses values that cannot be on the scale they are said to be on. */
public final class ScaleCheck {
    /** Above this, 2 to the value is more than any assay counts: the values are linear. */
    private static final double LARGEST_LOG2 = 40;

    /** With fewer genes, values of one sign can be chance. */
    private static final int ENOUGH_GENES = 100;

    private ScaleCheck() {}

    /**
     * @throws IllegalArgumentException when a log2 value is above 40, or 100 z-scores or contrasts or more have one sign
     */
    public static void check(ExpressionMatrix matrix) {
        for (int c = 0; c < matrix.conditions().size(); c++) {
            String condition = matrix.conditions().get(c);
            double[] values = matrix.column(c);
            boolean negative = false;
            boolean positive = false;
            for (int g = 0; g < values.length; g++) {
                GeneSymbol gene = matrix.genes().get(g);
                if (matrix.scale() == Scale.LOG2 && values[g] > LARGEST_LOG2) {
                    throw new IllegalArgumentException("condition " + condition + ", gene " + gene + ": " + values[g]
                            + " is too large for log2 expression; take the logarithm of linear values first");
                }
                negative |= values[g] < 0;
                positive |= values[g] > 0;
            }
            if (matrix.scale() != Scale.LOG2 && values.length >= ENOUGH_GENES && !(negative && positive)) {
                throw new IllegalArgumentException("condition " + condition + " has no "
                        + (positive ? "negative" : "positive") + " value among " + values.length
                        + " genes, so it is not a "
                        + matrix.scale().key() + " profile; is the scale log2?");
            }
        }
    }
}
