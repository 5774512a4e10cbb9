package org.fenton.core.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fenton.core.id.GeneSymbol;

/**
 * Expression of genes in one condition, with its scale.
 *
 * @param condition the name of the condition, such as {@code H1975_logFC}
 * @param matrix the values, a matrix of that one condition
 */
public record ExpressionProfile(String condition, ExpressionMatrix matrix) {
    public ExpressionProfile {
        if (!matrix.conditions().equals(List.of(condition))) {
            throw new IllegalArgumentException(
                    "a profile is the one condition " + condition + ", not " + matrix.conditions());
        }
    }

    /**
     * A profile whose genes are sorted by symbol, so that equal maps give equal profiles.
     *
     * @throws IllegalArgumentException when the map is empty or a value is not finite
     */
    public static ExpressionProfile of(String condition, Scale scale, Map<GeneSymbol, Double> values) {
        // a map that is in order already is seen to be so in one pass
        List<Map.Entry<GeneSymbol, Double>> sorted = new ArrayList<>(values.entrySet());
        sorted.sort(Map.Entry.comparingByKey());
        List<GeneSymbol> genes = new ArrayList<>(values.size());
        double[] column = new double[values.size()];
        for (Map.Entry<GeneSymbol, Double> entry : sorted) {
            column[genes.size()] = entry.getValue();
            genes.add(entry.getKey());
        }
        return new ExpressionProfile(
                condition, new ExpressionMatrix(scale, genes, List.of(condition), new double[][] {column}));
    }

    public Scale scale() {
        return matrix.scale();
    }

    public List<GeneSymbol> genes() {
        return matrix.genes();
    }

    /** The gene's value; empty when it was not measured. */
    public OptionalDouble value(GeneSymbol gene) {
        var index = matrix.indexOf(gene);
        return index.isPresent() ? OptionalDouble.of(matrix.value(index.getAsInt(), 0)) : OptionalDouble.empty();
    }
}
