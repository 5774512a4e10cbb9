package org.fenton.core.pathway;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.fenton.core.id.GeneSymbol;

/**
 * Expression of genes in conditions, all measured, with the scale they are on.
 *
 * <p>Immutable. Values are finite; a gene that was not measured in every condition is not part of the matrix. Genes and
 * conditions are unique and keep the order they were given in.
 */
public final class ExpressionMatrix {
    private final Scale scale;
    private final List<GeneSymbol> genes;
    private final List<String> conditions;
    private final double[][] byCondition;
    private final Map<GeneSymbol, Integer> position;

    /**
     * @param byCondition {@code [condition][gene]}, in the order of {@code conditions} and {@code genes}; copied
     * @throws IllegalArgumentException on a repeated gene or condition, a shape that does not fit, no gene, no
     *     condition, or a value that is not finite
     */
    public ExpressionMatrix(Scale scale, List<GeneSymbol> genes, List<String> conditions, double[][] byCondition) {
        this.scale = scale;
        this.genes = List.copyOf(genes);
        this.conditions = List.copyOf(conditions);
        this.position = positions(this.genes);
        this.byCondition = new double[byCondition.length][];
        if (genes.isEmpty() || conditions.isEmpty()) {
            throw new IllegalArgumentException("a matrix has at least one gene and one condition, here " + genes.size()
                    + " genes and " + conditions.size() + " conditions");
        }
        if (byCondition.length != conditions.size()) {
            throw new IllegalArgumentException(
                    byCondition.length + " columns of values for " + conditions.size() + " conditions");
        }
        if (new HashSet<>(conditions).size() != conditions.size()) {
            throw new IllegalArgumentException("a condition is named twice in " + conditions);
        }
        for (int c = 0; c < byCondition.length; c++) {
            this.byCondition[c] = checked(byCondition[c], c);
        }
    }

    private static Map<GeneSymbol, Integer> positions(List<GeneSymbol> genes) {
        Map<GeneSymbol, Integer> positions = new HashMap<>(genes.size() * 2);
        for (int g = 0; g < genes.size(); g++) {
            if (positions.put(genes.get(g), g) != null) {
                throw new IllegalArgumentException("gene " + genes.get(g) + " is given twice");
            }
        }
        return positions;
    }

    private double[] checked(double[] values, int condition) {
        if (values.length != genes.size()) {
            throw new IllegalArgumentException("condition " + conditions.get(condition) + " has " + values.length
                    + " values for " + genes.size() + " genes");
        }
        for (int g = 0; g < values.length; g++) {
            if (!Double.isFinite(values[g])) {
                throw new IllegalArgumentException("gene " + genes.get(g) + " in condition " + conditions.get(condition)
                        + " is " + values[g] + "; leave an unmeasured gene out");
            }
        }
        return values.clone();
    }

    public Scale scale() {
        return scale;
    }

    public List<GeneSymbol> genes() {
        return genes;
    }

    public List<String> conditions() {
        return conditions;
    }

    public double value(int gene, int condition) {
        return byCondition[condition][gene];
    }

    /** Where a gene stands in {@link #genes()}; empty when it was not measured. */
    public OptionalInt indexOf(GeneSymbol gene) {
        Integer index = position.get(gene);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The values of one condition in the order of {@link #genes()}; a copy. */
    public double[] values(int condition) {
        return byCondition[condition].clone();
    }

    /** The values of one condition without a copy, for the methods of this package, which only read. */
    double[] column(int condition) {
        return byCondition[condition];
    }

    /** Positions by gene, for the methods of this package, which only read. */
    Map<GeneSymbol, Integer> positions() {
        return position;
    }

    public ExpressionProfile profile(int condition) {
        return new ExpressionProfile(
                conditions.get(condition),
                new ExpressionMatrix(
                        scale, genes, List.of(conditions.get(condition)), new double[][] {byCondition[condition]}));
    }

    /** Index of the first condition whose genes all have one value, which no statistic can rank. */
    OptionalInt firstConstantCondition() {
        for (int c = 0; c < byCondition.length; c++) {
            double first = byCondition[c][0];
            if (Arrays.stream(byCondition[c]).allMatch(x -> x == first)) {
                return OptionalInt.of(c);
            }
        }
        return OptionalInt.empty();
    }
}
